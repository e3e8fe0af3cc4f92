package io.pickglass.repl.top;

import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.input.Key;
import java.util.function.Consumer;

/**
 * A terminal that is ours as long as it is open.
 *
 * <p>Threads: keys and changes of the size are told in threads of the screen; all else is called by
 * one.
 */
public interface Screen {
  /** Takes the terminal. */
  void open(Consumer<Key> keys, Runnable resized);

  /** How many columns; at least 1. */
  int width();

  /** How many lines; at least 1. */
  int height();

  /** With which signs it draws. */
  Look look();

  /** Shows a frame of its size. */
  void draw(Frame frame);

  /** Draws everything anew the next time, as something else may have written. */
  void redraw();

  /** Puts a text into the clipboard of the terminal, if it has one. */
  void copy(String text);

  /** Gives the terminal back as it was; once more does nothing. */
  void close();
}
