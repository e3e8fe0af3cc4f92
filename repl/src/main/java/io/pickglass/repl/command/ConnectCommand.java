package io.pickglass.repl.command;

import io.pickglass.repl.target.Info;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connect}. */
@Command(name = "connect", description = "Connect to a process.")
final class ConnectCommand extends ReplCommand {
  @Parameters(
      paramLabel = "TARGET",
      description =
          "A process id, a part of a main class's name, host:port (JMX), service:jmx:..., or"
              + " http://host:port/jolokia.")
  private String target = "";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long it may take to answer, from now on, e.g. 10s.")
  private @Nullable Duration timeout;

  @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
  private boolean quiet;

  ConnectCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (timeout != null) {
      session.timeout(timeout);
    }
    Info info = session.connect(target);
    if (!quiet) {
      session.output().note(Greeting.connected(session.target().name(), info));
    }
    Greeting.warnings(session.target().name(), info).forEach(session.output()::note);
  }
}
