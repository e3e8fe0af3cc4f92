package io.pickglass.repl.command;

import picocli.CommandLine.Command;

/** {@code disconnect}. */
@Command(name = "disconnect", description = "Let go of the process; it goes on unchanged.")
final class DisconnectCommand extends ReplCommand {
  DisconnectCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    session.disconnect();
  }
}
