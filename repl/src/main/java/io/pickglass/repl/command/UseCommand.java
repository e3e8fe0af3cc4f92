package io.pickglass.repl.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code use}. */
@Command(name = "use", description = "Ask another of the targets that are open.")
final class UseCommand extends ReplCommand {
  @Parameters(
      paramLabel = "NAME",
      completionCandidates = OpenNames.class,
      description = "Its name in `targets`, or a part that no other has.")
  private String name = "";

  UseCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    session.use(OpenNames.find(session, name));
    var _ =
        session.target(); // one that was lost is connected to now, not in the midst of a command
  }
}
