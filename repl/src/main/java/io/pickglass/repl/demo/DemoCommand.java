package io.pickglass.repl.demo;

import io.pickglass.repl.run.RunOptions;
import io.pickglass.repl.run.Runner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pickglass demo}. */
@Command(
    name = "demo",
    description = {
      "Start a small service under load, watched by Pickglass, and look at it.",
      "It listens on 127.0.0.1 only and ends with this console.",
      ""
    })
public final class DemoCommand implements Callable<Integer> {
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.util.concurrent",
          "java.util.concurrent.locks",
          "jdk.internal.vm",
          "sun.nio.ch");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Of the service (default 8080; 0: any).")
  private int port = 8080;

  @Option(
      names = "--jolokia-port",
      paramLabel = "N",
      description = "Of Jolokia, HTTP and JSON (default 8778; 0: any).")
  private int jolokiaPort = 8778;

  @Option(
      names = "--exporter-port",
      paramLabel = "N",
      description = "Of the Prometheus exporter (default 9404; 0: any).")
  private int exporterPort = 9404;

  @Option(names = "--rate", paramLabel = "R", description = "Requests per second (default 100).")
  private @Nullable String rate;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Of the load, e.g. 30s; 0 for none (default: until the end).")
  private @Nullable String duration;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed sends the same requests.")
  private @Nullable String seed;

  @Option(
      names = "--trouble",
      paramLabel = "A,B",
      description = {
        "What goes wrong: cpu, greedy, lock, deadlock, pool, carriers, chatty, restless, unwatched, doorman.",
        "docs/why-are-my-tasks-slow.md shows what to see of each."
      })
  private @Nullable String trouble;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Mixin private RunOptions options = new RunOptions();

  private final Ports ports = new Ports();
  private final List<String> notes = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Installation installation = Installation.present();
    String classPath = installation.classPath();
    int servicePort = choose(port, "the service");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As docs/operations.md says: tasks, workers of thread pools, and what is waited for.
    for (String opened : OPENED) {
      command.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED"));
    }
    Addresses addresses = new Addresses();
    addAgents(installation, command, addresses);
    command.addAll(List.of("-cp", classPath, "io.pickglass.demo.Main", "--stop-on-eof"));
    addOption(command, "--port", Integer.toString(servicePort));
    addOption(command, "--rate", rate);
    addOption(command, "--duration", duration);
    addOption(command, "--seed", seed);
    addOption(command, "--trouble", trouble);

    try (DemoProcess demo = DemoProcess.start(command, installation.log())) {
      // Also when we are told to end while the console waits.
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "pickglass-demo-end"));
      List<String> said = demo.awaitReady();
      // Not before: the demo refuses wrong options itself, and then nothing listens anywhere.
      notes.forEach(DemoCommand::say);
      addresses.lines(demo.pid(), said).forEach(DemoCommand::say);
      return new Runner(options, Long.toString(demo.pid())).run();
    }
  }

  private void addAgents(Installation installation, List<String> command, Addresses addresses) {
    int jolokia = choose(jolokiaPort, "Jolokia");
    Optional<List<String>> jolokiaAgent = installation.jolokia(jolokia);
    jolokiaAgent.ifPresentOrElse(command::addAll, () -> notBuilt("Jolokia"));
    jolokiaAgent.ifPresent(_ -> addresses.jolokia(jolokia));
    int exporter = choose(exporterPort, "the Prometheus exporter");
    Optional<List<String>> exporterAgent = installation.exporter(exporter);
    exporterAgent.ifPresentOrElse(command::addAll, () -> notBuilt("the Prometheus exporter"));
    exporterAgent.ifPresent(_ -> addresses.exporter(exporter));
  }

  private void notBuilt(String agent) {
    notes.add("going on without " + agent + ", which is not built: `mvn package` fetches it");
  }

  private int choose(int wanted, String who) {
    Ports.Choice choice = ports.choose(wanted, who);
    if (!choice.note().isEmpty()) {
      notes.add(choice.note());
    }
    return choice.port();
  }

  private static void addOption(List<String> command, String name, @Nullable String value) {
    if (value != null) {
      command.add(name + "=" + value);
    }
  }

  /** To standard error: standard output is for answers. */
  private static void say(String line) {
    System.err.println(line);
  }
}
