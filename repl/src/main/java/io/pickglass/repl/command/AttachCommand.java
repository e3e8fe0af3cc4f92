package io.pickglass.repl.command;

import io.pickglass.repl.agents.AgentJar;
import io.pickglass.repl.agents.Agents;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.FoundJvm;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.LocalAgents;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.TargetException.Kind;
import io.pickglass.repl.view.AttachView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code attach}: everything that may be wrong is looked for before anything is loaded. */
@Command(
    name = "attach",
    description = {
      "Put the agent into a process that runs: virtual threads that begin from now on are watched.",
      "Where it is already, it goes on with these settings, or as it was without any. `detach`"
          + " takes it out again."
    })
final class AttachCommand extends ReplCommand {
  private static final int OLDEST_JAVA = 25;

  @Parameters(
      index = "0",
      paramLabel = "PROCESS",
      description = "A process id, or a part of a main class's name.")
  private String process = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SETTING",
      completionCandidates = AgentSettings.class,
      description = AgentSettings.HELP)
  private @Nullable List<String> settings;

  @Mixin private WirePorts ports = new WirePorts();

  AttachCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    String options = AgentSettings.text(settings);
    ports.check();
    Agents agents = agents();
    FoundJvm jvm = LocalAgents.find(Address.parse(process), session.timeout());
    refuse(jvm);
    Wires wires = new Wires(agents, ports);
    wires
        .refusal(jvm, session.timeout())
        .ifPresent(sentence -> {
          throw CommandFailure.failed(sentence);
        });

    AttachView done = attach(jvm, agents.pickglass(options));
    Map<String, String> urls = wires.load(jvm, session.timeout());
    if (session.isJson()) {
      session.print(done.json(urls));
    } else {
      session.print(done.lines(urls));
      done.remarks(urls.containsKey("jolokia")).forEach(session.output()::note);
    }
  }

  private static Agents agents() {
    Agents agents =
        Agents.present()
            .orElseThrow(() ->
                CommandFailure.failed(
                    "the agent is not found: start this console with the script `pickglass` in the"
                        + " project's directory"));
    AgentJar ours = agents.pickglass("");
    if (!ours.isThere()) {
      throw CommandFailure.failed(
          "the agent is not built (there is no " + ours.jar() + "): run `mvn package` first");
    }
    return agents;
  }

  private static void refuse(FoundJvm jvm) {
    if (jvm.javaVersion() != 0 && jvm.javaVersion() < OLDEST_JAVA) {
      throw CommandFailure.failed(
          "%s runs on JDK %s, and Pickglass needs JDK %d or newer: nothing was loaded; start it on a newer one"
              .formatted(jvm.name(), jvm.jdk(), OLDEST_JAVA));
    }
    if (jvm.loadsNothing()) {
      throw CommandFailure.failed(
          "%s was started with -XX:-EnableDynamicAgentLoading, so nothing can be loaded into it: start it with the agent, see `pickglass run --help`"
              .formatted(jvm.name()));
    }
  }

  private AttachView attach(FoundJvm jvm, AgentJar agent) {
    if (jvm.hasPickglass()) {
      Info info = connect(jvm);
      if (info.hasAgent()) {
        return change(jvm, info, agent.options());
      }
    }
    if (!jvm.loadsSilently()) {
      session
          .output()
          .note(
              "loading into %s: its JVM prints four warnings of its own for each agent (JEP 451), to its standard error; -XX:+EnableDynamicAgentLoading at its start prevents them"
                  .formatted(jvm.name()));
    }
    long start = System.nanoTime();
    LocalAgents.load(jvm, agent.jar(), agent.options(), session.timeout());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Info info = connectAfterLoading(jvm);
    return new AttachView(jvm, AttachView.Result.ATTACHED, info, "", took);
  }

  private Info connect(FoundJvm jvm) {
    return session.connect(Long.toString(jvm.pid()));
  }

  private Info connectAfterLoading(FoundJvm jvm) {
    try {
      Info info = connect(jvm);
      if (info.hasAgent()) {
        return info;
      }
    } catch (TargetException e) {
      if (e.kind() == Kind.UNREACHABLE) {
        throw CommandFailure.unreachable("the agent was loaded, but " + e.getMessage());
      }
      if (e.kind() != Kind.NO_PICKGLASS) {
        throw e;
      }
    }
    throw CommandFailure.failed(
        "the agent could not begin in %s: why not is the last line of its standard error"
            .formatted(jvm.name()));
  }

  private AttachView change(FoundJvm jvm, Info before, String options) {
    String old = before.agentOptions();
    if (options.isEmpty() || AgentSettings.effective(options).equals(old)) {
      return new AttachView(jvm, AttachView.Result.UNCHANGED, before, old, Duration.ZERO);
    }
    session.target().changeAgent(options);
    Info after = session.target().describe();
    return new AttachView(jvm, AttachView.Result.CHANGED, after, old, Duration.ZERO);
  }
}
