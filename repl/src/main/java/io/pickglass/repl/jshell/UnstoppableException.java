package io.pickglass.repl.jshell;

/** A snippet was told to stop and goes on. */
public final class UnstoppableException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
