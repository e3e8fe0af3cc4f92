package io.pickglass.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the lines that were typed are kept. */
final class History {
  private History() {}

  /** The file, its directory made; empty where that cannot be. */
  static Optional<Path> file() {
    String state = System.getenv("XDG_STATE_HOME");
    try {
      Path base =
          state != null && Path.of(state).isAbsolute()
              ? Path.of(state)
              : Path.of(System.getProperty("user.home"), ".local", "state");
      Path file = Files.createDirectories(base.resolve("pickglass")).resolve("history");
      if (Files.exists(file) && !isHistory(file)) {
        // The line editor would refuse to start with it.
        Path aside = file.resolveSibling("history.unreadable");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      }
      keepToOurselves(file);
      return Optional.of(file);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // a console without memory is better than none
    }
  }

  /** What was asked of whom is nobody else's business. */
  private static void keepToOurselves(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static boolean isHistory(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.allMatch(line -> line.isEmpty() || line.matches("\\d{1,18}:.*"));
    } catch (UncheckedIOException e) {
      return false; // not even text
    }
  }
}
