package io.pickglass.repl.jshell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is done before the first snippet, here and in a plain {@code jshell}. */
public final class StartUp {
  /** Imports, one a line. */
  static final List<String> IMPORTS =
      List.of(
          "import java.time.*;",
          "import java.util.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import io.pickglass.catalog.*;",
          "import io.pickglass.model.*;",
          "import static io.pickglass.catalog.TaskMetric.*;",
          "import static io.pickglass.repl.jshell.Scope.*;");

  private StartUp() {}

  /** The jars and directories that this program runs with. */
  static List<String> classPath() {
    String path = System.getProperty("java.class.path", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
        .toList();
  }

  /**
   * The script for a plain {@code jshell}.
   *
   * @param connect the snippet that connects it, or an empty string
   */
  public static String script(String connect) {
    List<String> lines = new ArrayList<>();
    lines.add("// Pickglass in a plain jshell: " + command("THIS_FILE"));
    if (isPlain()) {
      lines.add("/env --class-path " + path());
    }
    lines.addAll(IMPORTS);
    lines.add(connect);
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** What starts {@code jshell} with the script in that file. */
  public static String command(String file) {
    String script = file.matches("[\\w./~-]+") ? file : "'" + file + "'";
    return isPlain()
        ? "jshell --startup " + script
        : "jshell --class-path '%s' --startup %s".formatted(path(), script);
  }

  /** In a script, jshell takes a space in a path for its end and knows no quotes. */
  private static boolean isPlain() {
    return path().chars().noneMatch(Character::isWhitespace);
  }

  private static String path() {
    return String.join(File.pathSeparator, classPath());
  }
}
