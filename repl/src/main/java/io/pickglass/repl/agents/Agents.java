package io.pickglass.repl.agents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the agents and their configuration are: as the build has put them into the project, or as
 * the archive has them.
 *
 * @param home the directory of the script {@code pickglass}
 */
public record Agents(Path home) {
  /**
   * The option of {@code java} without which Jolokia takes 44 ms for each kept-alive request. It
   * counts only before the JDK's HTTP server is loaded.
   */
  public static final String NO_DELAY = "-Dsun.net.httpserver.nodelay=true";

  /** Those that this program was started with; empty if not by its script. */
  public static Optional<Agents> present() {
    return Optional.ofNullable(System.getProperty("pickglass.home")).map(Path::of).map(Agents::new);
  }

  /** Our own. */
  public AgentJar pickglass(String options) {
    return new AgentJar(
        isArchive()
            ? other("pickglass-mbeans.jar")
            : home.resolve("mbeans/target/pickglass-mbeans.jar"),
        options);
  }

  /** Jolokia, on the loopback interface. It says what it does. */
  public AgentJar jolokia(int port) {
    // The same strings as in jolokia-config, whose README says why each is there.
    return new AgentJar(
        other("jolokia-agent.jar"),
        "port=%d,config=%s,policyLocation=file:%s"
            .formatted(port, config("jolokia.properties"), config("jolokia-access.xml")));
  }

  /**
   * Jolokia in somebody's program, where it shall not talk. It prints one line all the same, to the
   * standard output: that it has started.
   */
  public AgentJar quietJolokia(int port) {
    AgentJar jolokia = jolokia(port);
    return new AgentJar(
        jolokia.jar(),
        jolokia.options()
            + ",logHandlerClass=org.jolokia.server.core.service.impl.QuietLogHandler");
  }

  /** The Prometheus exporter, on the loopback interface. */
  public AgentJar exporter(int port) {
    return new AgentJar(
        other("jmx-exporter.jar"), "127.0.0.1:%d:%s".formatted(port, config("jmx-exporter.yaml")));
  }

  /** Whether it was unpacked, and not built. */
  private boolean isArchive() {
    return Files.isDirectory(home.resolve("agents"));
  }

  private Path config(String file) {
    return home.resolve(isArchive() ? "config" : "jolokia-config/config").resolve(file);
  }

  private Path other(String jar) {
    return home.resolve(isArchive() ? "agents" : "jolokia-config/target/agents").resolve(jar);
  }
}
