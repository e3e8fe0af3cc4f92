package io.pickglass.repl.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What Linux tells of a process without asking it. On other systems, and where it must not be read,
 * nothing: then whoever attaches finds out.
 *
 * @param proc where Linux shows its processes
 */
record Proc(long pid, Path proc) {
  private static final String DISABLES = "-XX:+DisableAttachMechanism";

  /** Its user, or an empty string. */
  String owner() {
    try {
      return Files.getOwner(file("")).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /**
   * Whether it was started not to be attached to. The JVM would print a thread dump if we tried.
   */
  boolean disablesAttach() {
    return words("cmdline").contains(DISABLES)
        || words("environ").stream()
            .filter(word -> word.matches("(?s)_?(JAVA|JDK_JAVA|JAVA_TOOL)_OPTIONS=.*"))
            .anyMatch(word -> word.contains(DISABLES));
  }

  /**
   * Its process id inside the container in which it runs; 0 if it is in none that we are not in,
   * too.
   */
  long pidInContainer() {
    return words("status", "\n").stream()
        .filter(line -> line.startsWith("NSpid:"))
        .map(line -> line.split("\\s+"))
        // The first is the id that we know it by, and further ones are those of inner namespaces.
        .filter(ids -> ids.length > 2)
        .mapToLong(ids -> Long.parseLong(ids[ids.length - 1]))
        .findFirst()
        .orElse(0);
  }

  private List<String> words(String file) {
    return words(file, "\0");
  }

  private List<String> words(String file, String separator) {
    try {
      byte[] bytes = Files.readAllBytes(file(file));
      return Arrays.asList(new String(bytes, StandardCharsets.ISO_8859_1).split(separator));
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path file(String name) {
    return proc.resolve(Long.toString(pid)).resolve(name);
  }
}
