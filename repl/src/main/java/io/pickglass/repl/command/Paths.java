package io.pickglass.repl.command;

import java.nio.file.Path;

/** Names of files as they are typed where no shell has read them. */
final class Paths {
  private Paths() {}

  /** The file; {@code ~} is the user's own directory. */
  static Path of(String text) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), text.substring(2))
        : Path.of(text);
  }
}
