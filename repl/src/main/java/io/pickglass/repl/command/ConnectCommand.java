package io.pickglass.repl.command;

import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.RecordingTarget;
import io.pickglass.repl.target.Target;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connect}. */
@Command(
    name = "connect",
    description = {
      "Connect to a process; those that are open stay so, and `use` goes back to them.",
      "A password is asked for, or read from where --password says: it is never an argument."
    })
final class ConnectCommand extends ReplCommand {
  @Parameters(
      paramLabel = "TARGET",
      description =
          "A process id, a part of a main class's name, host:port (JMX), service:jmx:...,"
              + " http(s)://host:port/jolokia, the file of a recording, or a name from pickglass.toml.")
  private String target = "";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long it may take to answer, from now on, e.g. 10s.")
  private @Nullable Duration timeout;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "How to call it from now on: `use NAME`.")
  private @Nullable String name;

  @Mixin private AccessOptions access = new AccessOptions();

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
    connect(session, target, access, Optional.ofNullable(name), quiet);
  }

  static void connect(
      Session session, String target, AccessOptions access, Optional<String> name, boolean quiet) {
    Destination destination = session.destination(target, access, name);
    Optional<Info> info = session.connect(destination);
    Target connected = session.target();
    if (!quiet) {
      session
          .output()
          .note(
              info.map(known -> Greeting.connected(connected.name(), known))
                  .orElseGet(() -> Greeting.without(connected.name())));
    }
    if (connected instanceof RecordingTarget recorded) {
      ReplayCommand.faults(session.output(), recorded.recording());
    }
    info.ifPresent(
        known -> Greeting.warnings(connected.name(), known).forEach(session.output()::note));
  }
}
