package io.pickglass.repl.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code java} that a command line begins with.
 *
 * @param file its file, behind all links
 */
record JavaProgram(Path file) {
  private static final Pattern VERSION =
      Pattern.compile("JAVA_VERSION=\"?(?:1\\.)?(\\d{1,4})[^\\n]*");

  /** Whether a word names some {@code java}. */
  static boolean isMeantBy(String word) {
    return Path.of(word).endsWith("java");
  }

  /**
   * The one that a shell would start; empty if there is none.
   *
   * @param path the directories in which to look for a word without a slash
   */
  static Optional<JavaProgram> find(String word, String path) {
    List<Path> candidates =
        word.contains("/")
            ? List.of(Path.of(word))
            : Arrays.stream(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory).resolve(word))
                .toList();
    return candidates.stream()
        .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
        .findFirst()
        .map(JavaProgram::behindLinks);
  }

  private static JavaProgram behindLinks(Path file) {
    try {
      return new JavaProgram(file.toRealPath());
    } catch (IOException e) {
      return new JavaProgram(file);
    }
  }

  /** The version of Java, as its installation says; empty if it does not, as that of a wrapper. */
  OptionalInt version() {
    Path home = file.resolveSibling("..").normalize();
    for (Path release : List.of(home.resolve("release"), home.resolve("../release"))) {
      try {
        Matcher matcher = VERSION.matcher(Files.readString(release));
        if (matcher.find()) {
          return OptionalInt.of(Integer.parseInt(matcher.group(1)));
        }
      } catch (IOException e) {
        // Not there; the runtime inside a JDK 8 has it one further up.
      }
    }
    return OptionalInt.empty();
  }
}
