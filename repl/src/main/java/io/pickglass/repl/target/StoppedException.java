package io.pickglass.repl.target;

/** The user stopped the command that waited for an answer. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With nothing to say: the user knows. */
  public StoppedException() {
    super("stopped");
  }
}
