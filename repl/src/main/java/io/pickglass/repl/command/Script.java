package io.pickglass.repl.command;

import java.util.List;

/** Commands that nobody types: of {@code -e}, a file or a pipe. The first failure ends them. */
public final class Script {
  // A quote that is never closed must not swallow a whole stream.
  private static final int LONGEST = 1 << 16;

  private Script() {}

  /**
   * Runs the commands of all lines.
   *
   * @return the code of the first that failed, or {@link ExitCode#OK}
   */
  public static int run(Session session, Commands commands, Iterable<String> lines) {
    String whole = "";
    for (String line : lines) {
      whole += line;
      if (whole.length() < LONGEST && Words.goesOn(whole)) {
        whole += "\n";
        continue;
      }
      int code = runLine(session, commands, whole);
      if (code != ExitCode.OK || session.isQuit()) {
        return code;
      }
      whole = "";
    }
    return whole.isEmpty() ? ExitCode.OK : runLine(session, commands, whole.stripTrailing());
  }

  /** Runs the commands of one line. */
  public static int runLine(Session session, Commands commands, String line) {
    List<List<String>> parts;
    try {
      parts = session.aliases().expand(Words.commands(line));
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
