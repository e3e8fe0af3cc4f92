package io.pickglass.repl.run;

import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.config.Config;
import io.pickglass.repl.config.Key;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where the console, and the libraries in it, write what happens behind the screen: into the file
 * that the setting {@code log} names, or nowhere. Never on the screen.
 */
final class LogFile {
  private static final int MOST_BYTES = 10_000_000;
  // The logger itself may be collected, and with it what was set.
  private static final Logger ROOT = Logger.getLogger("");

  private LogFile() {}

  static void open(Config config) {
    // Without that, warnings of libraries go to standard error, which is the screen.
    LogManager.getLogManager().reset();
    String path = config.get(Key.LOG).text();
    if (path.isEmpty()) {
      return;
    }
    try {
      // A percent sign means something else to the handler.
      FileHandler handler = new FileHandler(path.replace("%", "%%"), MOST_BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.ALL);
      ROOT.addHandler(handler);
      ROOT.setLevel(Level.INFO);
    } catch (IOException e) {
      throw CommandFailure.usage(
          "the log cannot be written to `%s`: %s".formatted(path, e.getMessage()));
    }
  }
}
