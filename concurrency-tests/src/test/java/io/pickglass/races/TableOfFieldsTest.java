package io.pickglass.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in docs/concurrency.md names every field that threads share, and no other. */
class TableOfFieldsTest {
  private static final Pattern NAME = Pattern.compile("`(\\w+)?\\.(\\w+)`");

  @Test
  void everySharedFieldIsInTheTable() throws IOException {
    assertThat(inTheTable()).isEqualTo(SharedFields.inTheLibrary());
  }

  /** Names in the first column; {@code `.field`} is of the class that was named before. */
  private static Set<String> inTheTable() throws IOException {
    String table =
        Files.readString(Path.of("..", "docs", "concurrency.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(1, line.indexOf('|', 1)))
            .collect(Collectors.joining("\n"));
    Set<String> names = new TreeSet<>();
    String type = "";
    for (Matcher name = NAME.matcher(table); name.find(); ) {
      type = name.group(1) == null ? type : name.group(1);
      names.add(type + "." + name.group(2));
    }
    return names;
  }
}
