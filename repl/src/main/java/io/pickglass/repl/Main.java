package io.pickglass.repl;

import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.ExitCode;
import io.pickglass.repl.command.Secrets;
import io.pickglass.repl.run.RunOptions;
import io.pickglass.repl.run.Runner;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Ends the process with one of {@link ExitCode}. */
  public static void main(String[] args) throws IOException {
    // All at once, also what still waits for a target that never answers.
    System.exit(run(args));
  }

  /** Runs with these arguments and gives the exit code. */
  static int run(String... args) throws IOException {
    if (args.length == 0) {
      return prompt(null);
    }
    if (args.length == 1 && isSurelyTarget(args[0])) {
      return prompt(args[0]);
    }
    return Program.run(args);
  }

  /** Nothing else has such a name: a process id, host:port, a URL. */
  private static boolean isSurelyTarget(String word) {
    return !word.startsWith("-") && (word.contains(":") || word.matches("\\d+"));
  }

  /**
   * The same as {@link Program} would do, without picocli, which takes a third of the time up to
   * the prompt.
   */
  private static int prompt(@Nullable String target) throws IOException {
    try {
      return new Runner(new RunOptions(), target).run();
    } catch (CommandFailure e) {
      System.err.println(Secrets.hidden(String.valueOf(e.getMessage())));
      return e.exitCode();
    }
  }
}
