package io.pickglass.repl.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code disconnect}. */
@Command(name = "disconnect", description = "Let go of the process; it goes on unchanged.")
final class DisconnectCommand extends ReplCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = OpenNames.class,
      description = "One of those that are open; the present one without.")
  private @Nullable String name;

  DisconnectCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    if (name != null) {
      session.use(OpenNames.find(session, name));
    }
    session.disconnect();
    session.targetName().ifPresent(next -> session.output().note("commands ask " + next + " now"));
  }
}
