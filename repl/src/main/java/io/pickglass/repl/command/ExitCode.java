package io.pickglass.repl.command;

/** How a command, and the program, ends. */
public final class ExitCode {
  /** All well. */
  public static final int OK = 0;

  /** The command was understood and failed. */
  public static final int FAILED = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  /** There is no target, or it does not answer. */
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}
