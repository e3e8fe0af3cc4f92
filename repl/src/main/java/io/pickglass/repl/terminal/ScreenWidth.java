package io.pickglass.repl.terminal;

import java.io.Console;
import java.io.IOException;
import org.jline.terminal.Terminal;

/** How wide lines may be where nobody is asked for input. */
public final class ScreenWidth {
  /** For files and pipes, whose lines have no end. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private ScreenWidth() {}

  /** Whether a person is at both ends of this process. */
  public static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** The width of the terminal; unlimited without one. */
  public static int get() {
    if (!isTerminal()) {
      return UNLIMITED;
    }
    try (Terminal terminal = Terminals.open()) {
      return terminal.getWidth() > 0 ? terminal.getWidth() : UNLIMITED;
    } catch (IOException e) {
      return UNLIMITED;
    }
  }
}
