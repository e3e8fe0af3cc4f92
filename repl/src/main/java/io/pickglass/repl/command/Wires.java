package io.pickglass.repl.command;

import io.pickglass.repl.agents.AgentJar;
import io.pickglass.repl.agents.Agents;
import io.pickglass.repl.agents.LoopbackPort;
import io.pickglass.repl.target.FoundJvm;
import io.pickglass.repl.target.LocalAgents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Loads the agents of others into a JVM that runs: Jolokia, and the Prometheus exporter. */
public final class Wires {
  // The exporter ends the whole JVM when it finds itself there already.
  private static final String EXPORTER = "io.prometheus.jmx.JavaAgent";

  private final Agents agents;
  private final WirePorts ports;

  Wires(Agents agents, WirePorts ports) {
    this.agents = agents;
    this.ports = ports;
  }

  /** Why it is better not to begin; empty if all is well. */
  Optional<String> refusal(FoundJvm jvm, Duration timeout) {
    if (ports.jolokia() != 0) {
      if (!jvm.jolokia().isEmpty()) {
        return Optional.of("%s has Jolokia already, at %s".formatted(jvm.name(), jvm.jolokia()));
      }
      Optional<String> refusal = refusal(agents.jolokia(0), "Jolokia", ports.jolokia());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return ports.exporter() == 0 ? Optional.empty() : refusalOfExporter(jvm, timeout);
  }

  /** It ends the JVM into which it is loaded whenever it cannot begin. */
  private Optional<String> refusalOfExporter(FoundJvm jvm, Duration timeout) {
    Optional<String> refusal =
        refusal(agents.exporter(0), "the Prometheus exporter", ports.exporter());
    if (refusal.isPresent()) {
      return refusal;
    }
    if (!jvm.isOurs()) {
      return Optional.of(
          "%s is of another user, and the Prometheus exporter would end it if it could not read its configuration: attach as that user"
              .formatted(jvm.name()));
    }
    return LocalAgents.mayHaveLoaded(jvm, EXPORTER, timeout)
        ? Optional.of(
            "%s has the Prometheus exporter already, and a second one would end it"
                .formatted(jvm.name()))
        : Optional.empty();
  }

  /** Why an agent cannot begin at that port; empty if it can. */
  public static Optional<String> refusal(AgentJar agent, String who, int port) {
    if (!agent.isThere()) {
      return Optional.of(
          "there is no %s for %s: `mvn package` fetches it".formatted(agent.jar(), who));
    }
    return LoopbackPort.isFree(port)
        ? Optional.empty()
        : Optional.of(
            "port %d of 127.0.0.1 is in use: give another one for %s".formatted(port, who));
  }

  /**
   * Loads them.
   *
   * @return by name, where each answers
   */
  Map<String, String> load(FoundJvm jvm, Duration timeout) {
    Map<String, String> urls = new LinkedHashMap<>();
    if (ports.jolokia() != 0) {
      load(jvm, agents.quietJolokia(ports.jolokia()), timeout);
      urls.put("jolokia", "http://127.0.0.1:" + ports.jolokia() + "/jolokia");
    }
    if (ports.exporter() != 0) {
      load(jvm, agents.exporter(ports.exporter()), timeout);
      urls.put("exporter", "http://127.0.0.1:" + ports.exporter() + "/metrics");
    }
    return urls;
  }

  private static void load(FoundJvm jvm, AgentJar agent, Duration timeout) {
    LocalAgents.load(jvm, agent.jar(), agent.options(), timeout);
  }
}
