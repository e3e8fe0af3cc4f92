package io.pickglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The examples in Javadoc are parts of tests that run. That each of them is there, is said by the
 * Javadoc build; here, that somebody runs it.
 */
class SnippetsTest {
  private static final Pattern SNIPPET =
      Pattern.compile("\\{@snippet class=\"([\\w.]+)\" region=\"(\\w+)\"}");
  private static final Pattern REGION = Pattern.compile("// @start region=\"(\\w+)\"");

  @Test
  void everyRegionIsInATestAndInTheJavadoc() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path source : sources("src/main/java")) {
      Matcher snippet = SNIPPET.matcher(Files.readString(source));
      while (snippet.find()) {
        shown.add(snippet.group(1) + " " + snippet.group(2));
      }
    }
    Set<String> run = new TreeSet<>();
    for (Path source : sources("src/test/java")) {
      run.addAll(regionsInTests(source));
    }
    assertThat(shown).isNotEmpty().isEqualTo(run);
  }

  /** Regions that begin in a method with {@code @Test}, by the indentation of our formatter. */
  private static List<String> regionsInTests(Path source) throws IOException {
    List<String> found = new ArrayList<>();
    boolean inTest = false;
    for (String line : Files.readAllLines(source)) {
      if (line.equals("  @Test")) {
        inTest = true;
      } else if (line.equals("  }")) {
        inTest = false;
      }
      Matcher region = REGION.matcher(line);
      if (inTest && region.find()) {
        String type = Path.of("src/test/java").relativize(source).toString();
        found.add(
            type.replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".") + " " + region.group(1));
      }
    }
    return found;
  }

  private static List<Path> sources(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
