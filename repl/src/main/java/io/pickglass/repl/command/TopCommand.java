package io.pickglass.repl.command;

import io.pickglass.repl.config.Key;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.top.Screen;
import io.pickglass.repl.top.Top;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code top}. */
@Command(
    name = "top",
    description = {
      "Tasks, monitors, runtimes and warnings on the full screen, as they are now; `q` leaves, `?` helps.",
      "It connects by itself, again and again if it must."
    })
final class TopCommand extends ReplCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "As `connect` takes it; without one the target of the prompt.")
  private @Nullable String target;

  @Mixin private AccessOptions access = new AccessOptions();

  TopCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Screen screen =
        session
            .screen()
            .orElseThrow(() ->
                CommandFailure.usage(
                    "`top` needs a terminal for input and output: `tasks` and `tail` write to"
                        + " anything"));
    Destination destination = destination();
    Address address = Address.parse(destination.address());
    Top.run(
        screen,
        destination.name().isEmpty() ? destination.address() : destination.name(),
        retain(),
        () -> Connector.connect(address, destination.access(), session::timeout));
  }

  private Destination destination() {
    return target == null
        ? session.destination()
        : session.destination(target, access, Optional.empty());
  }

  /** Empty for ever, which is {@code none}. */
  private String retain() {
    String text = session.config().get(Key.RETAIN_FOR).text();
    return Timeouts.parse(text).map(time -> time.toMillis() + "ms").orElse("");
  }
}
