package io.pickglass.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Takes the terminal of this process. */
final class Terminals {
  private Terminals() {}

  /**
   * By JLine's own native code, if that works: the JDK's way to native code takes it 0.2 s to be
   * set up, and programs that are started to ask the terminal take longer.
   */
  static Terminal open() throws IOException {
    try {
      return builder().ffm(false).exec(false).dumb(false).build();
    } catch (IOException | IllegalStateException | LinkageError e) {
      return openForScreen();
    }
  }

  /** By the JDK's way: from JLine's own code nothing is heard when the terminal is lost. */
  static Terminal openForScreen() throws IOException {
    return builder().build();
  }

  /** One that is nobody's, with the abilities of most. */
  static Terminal open(InputStream typed, OutputStream shown) throws IOException {
    return builder()
        .system(false)
        .streams(typed, shown)
        .type("xterm-256color")
        .ffm(false)
        .exec(false)
        .build();
  }

  /** A terminal that is asked whether it joins letters takes 0.2 s to give no answer. */
  private static TerminalBuilder builder() {
    return TerminalBuilder.builder().name("pickglass").system(true).graphemeCluster(false);
  }
}
