package io.pickglass.repl.command;

import java.util.List;

/** Commands that nobody types: of {@code -e}, a file or a pipe. The first failure ends them. */
public final class Script {
  private Script() {}

  /**
   * Runs the commands of all lines.
   *
   * @return the code of the first that failed, or {@link ExitCode#OK}
   */
  public static int run(Session session, Commands commands, Iterable<String> lines) {
    for (String line : lines) {
      int code = runLine(session, commands, line);
      if (code != ExitCode.OK || session.isQuit()) {
        return code;
      }
    }
    return ExitCode.OK;
  }

  /** Runs the commands of one line. */
  public static int runLine(Session session, Commands commands, String line) {
    List<List<String>> parts;
    try {
      parts = Words.commands(line);
    } catch (CommandFailure e) {
      session.output().error(String.valueOf(e.getMessage()));
      return e.exitCode();
    }
    for (int i = 0; i < parts.size(); i++) {
      int code = commands.run(parts.get(i));
      int left = parts.size() - i - 1;
      if (code != ExitCode.OK && left > 0) {
        String command = String.join(" ", parts.get(i));
        session.output().note("stopped: `%s` failed, %d more not run".formatted(command, left));
      }
      if (code != ExitCode.OK || session.isQuit()) {
        return code;
      }
    }
    return ExitCode.OK;
  }
}
