package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;

/** Where a session writes: a terminal, or the standard streams. */
public interface Output {
  /** A line of the answer. */
  void line(Line line);

  /** A remark that is not part of the answer. */
  void note(String sentence);

  /** Why a command failed. */
  void error(String sentence);

  /**
   * What a long command is at, for who watches it: the next one takes its place, and so does all
   * that is written. Only a terminal shows it.
   *
   * @param text empty to show none
   */
  default void progress(String text) {}

  /** Calls a person to the terminal. */
  default void ring() {}

  /** How many characters fit into a line. */
  int width();

  /** What can be written. */
  Symbols symbols();

  /** Whether nobody reads any more, as after {@code | head -1}. */
  boolean isClosed();
}
