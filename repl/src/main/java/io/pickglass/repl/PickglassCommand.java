package io.pickglass.repl;

import io.pickglass.repl.bench.BenchCommand;
import io.pickglass.repl.command.AccessOptions;
import io.pickglass.repl.demo.DemoCommand;
import io.pickglass.repl.launch.RunCommand;
import io.pickglass.repl.run.CompletionCommand;
import io.pickglass.repl.run.RunOptions;
import io.pickglass.repl.run.Runner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the program. */
@Command(
    name = "pickglass",
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      CompletionCommand.class
    },
    description = {
      "Task metrics of a running JVM: how long every task ran, was ready, and waited.",
      "Without -e and -f, commands are typed at a prompt, or read from a pipe.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 a command failed, 2 wrong usage, 3 target not reachable.",
      "Examples:",
      "  pickglass demo                          start the demo service and look at it",
      "  pickglass bench P1 P2                   measure what watching costs",
      "  pickglass attach 4711                   put the agent into process 4711",
      "  pickglass run -- java -jar app.jar      start a program with the agent",
      "  pickglass 4711                          look at process 4711",
      "  pickglass top 4711                      the same on the full screen",
      "  pickglass --user ops --ca ca.pem prod:9010      JMX with TLS and a password",
      "  pickglass config                        what is set, and where",
      "  pickglass completion bash               the script with which a shell completes all this",
      "  pickglass -e 'monitors; show orders' http://127.0.0.1:8778/jolokia",
      "  pickglass --output json -e 'tail orders --count 10' 4711"
    })
final class PickglassCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Mixin private AccessOptions access = new AccessOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description =
          "A process id, a part of a main class's name, host:port (JMX), service:jmx:...,"
              + " http(s)://host:port/jolokia, the file of a recording, or a name from pickglass.toml."
              + " Without, default_target of pickglass.toml, or the only JVM here that has"
              + " Pickglass.")
  private @Nullable String target;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Override
  public Integer call() throws Exception {
    return new Runner(options, target, access).run();
  }
}
