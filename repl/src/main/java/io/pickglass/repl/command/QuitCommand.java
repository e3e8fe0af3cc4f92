package io.pickglass.repl.command;

import picocli.CommandLine.Command;

/** {@code quit}. */
@Command(name = "quit", aliases = "exit", description = "Leave the console (also Ctrl-D).")
final class QuitCommand extends ReplCommand {
  QuitCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    session.quit();
  }
}
