package io.pickglass.repl.launch;

import io.pickglass.repl.agents.AgentJar;
import io.pickglass.repl.agents.Agents;
import io.pickglass.repl.command.AgentSettings;
import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.ExitCode;
import io.pickglass.repl.command.WirePorts;
import io.pickglass.repl.command.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pickglass run}: prints the options of {@code java}, a line each, for the script. */
@Command(
    name = "run",
    customSynopsis = "pickglass run [SETTING...] [--jolokia=PORT] [--exporter=PORT] -- java ...",
    description = {
      "Start a program with the agent. It takes the place of this one: its process id, signals,"
          + " input, output and exit code are its own.",
      "What is wrong with the words before -- ends with a sentence. Whatever else is wrong, such as"
          + " an older java or a port in use, is said, and the program runs without it.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  pickglass run group=class --exporter 9404 -- java -Xmx1g -jar app.jar"
    })
public final class RunCommand implements Callable<Integer> {
  private static final int OLDEST_JAVA = 25;
  private static final String COMMAND =
      "give -- and the command that starts the program, such as `pickglass run -- java -jar"
          + " app.jar`";

  @Parameters(paramLabel = "SETTING", arity = "0..*", description = AgentSettings.HELP)
  private @Nullable List<String> settings;

  @Mixin private WirePorts ports = new WirePorts();

  @Option(
      names = "--java",
      hidden = true,
      description = "The first word after --, by which the script asks for the options.")
  private @Nullable String java;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public Integer call() {
    String options = AgentSettings.text(settings);
    ports.check();
    JavaProgram program = program();
    if (options.contains("\n")) {
      throw CommandFailure.usage("a setting of the agent has no line breaks");
    }
    options(program, options).forEach(System.out::println);
    return ExitCode.OK;
  }

  private JavaProgram program() {
    if (java == null) {
      throw CommandFailure.usage("`run` starts a program: " + COMMAND);
    }
    if (!JavaProgram.isMeantBy(java)) {
      throw CommandFailure.usage(
          "`run` starts java itself, not `%s`: %s; for scripts that start it, set JAVA_TOOL_OPTIONS=-javaagent:%s"
              .formatted(java, COMMAND, jarForPeople()));
    }
    return JavaProgram.find(java, System.getenv().getOrDefault("PATH", ""))
        .orElseThrow(
            () -> CommandFailure.usage("there is no program `%s`: %s".formatted(java, COMMAND)));
  }

  private static String jarForPeople() {
    return Agents.present()
        .map(agents -> agents.pickglass("").jar().toString())
        .orElse("pickglass-mbeans.jar");
  }

  private List<String> options(JavaProgram program, String settings) {
    OptionalInt version = program.version();
    if (version.isPresent() && version.getAsInt() < OLDEST_JAVA) {
      say(
          "%s is Java %d, and Pickglass needs %d or newer"
              .formatted(program.file(), version.getAsInt(), OLDEST_JAVA));
      return List.of();
    }
    Optional<Agents> agents = Agents.present();
    if (agents.isEmpty()) {
      say("Pickglass is not found: start it with its script");
      return List.of();
    }
    return options(agents.get(), settings);
  }

  private List<String> options(Agents agents, String settings) {
    List<String> options = new ArrayList<>();
    AgentJar ours = agents.pickglass(settings);
    if (ours.isThere()) {
      options.add(ours.option());
    } else {
      say("there is no %s: `mvn package` builds it".formatted(ours.jar()));
    }
    AgentJar jolokia = agents.quietJolokia(ports.jolokia());
    if (ports.jolokia() != 0 && mayStart(jolokia, "Jolokia", ports.jolokia())) {
      options.add(Agents.NO_DELAY);
      options.add(jolokia.option());
    }
    AgentJar exporter = agents.exporter(ports.exporter());
    if (ports.exporter() != 0 && mayStart(exporter, "the exporter", ports.exporter())) {
      options.add(exporter.option());
    }
    return options;
  }

  private static boolean mayStart(AgentJar agent, String who, int port) {
    Optional<String> refusal = Wires.refusal(agent, who, port);
    refusal.ifPresent(RunCommand::say);
    return refusal.isEmpty();
  }

  private static void say(String why) {
    System.err.println("pickglass: " + why + ": the program runs without it");
  }
}
