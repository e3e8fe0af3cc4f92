package io.pickglass.repl.command;

/** A command ends without an answer, with one sentence for the user. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private CommandFailure(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** It was understood and could not be done. */
  public static CommandFailure failed(String sentence) {
    return new CommandFailure(ExitCode.FAILED, sentence);
  }

  /** It was not understood. */
  public static CommandFailure usage(String sentence) {
    return new CommandFailure(ExitCode.USAGE, sentence);
  }

  /** There is no target to do it with. */
  public static CommandFailure unreachable(String sentence) {
    return new CommandFailure(ExitCode.UNREACHABLE, sentence);
  }

  /** The code that belongs to it. */
  public int exitCode() {
    return exitCode;
  }
}
