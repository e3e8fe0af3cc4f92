package io.pickglass.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of what was seen, which tests fill and the guide shows. */
final class Seen {
  private static final Path PAGE = Path.of("../docs/operations.md");
  private static final String HEADING = "## Seen with real programs";

  private Seen() {}

  /** A row as the guide must have it. */
  static String row(Object program, String way, String load, String seen) {
    return "| " + String.join(" | ", program.toString(), way, load, seen) + " |";
  }

  /** The rows that the guide has. */
  static List<String> rows() {
    try {
      return Files.readString(PAGE)
          .lines()
          .dropWhile(line -> !line.equals(HEADING))
          .skip(1)
          .takeWhile(line -> !line.startsWith("## "))
          .filter(line -> line.startsWith("| "))
          .skip(1)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
