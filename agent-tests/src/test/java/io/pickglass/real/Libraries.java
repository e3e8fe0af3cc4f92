package io.pickglass.real;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Parts of the tests' class path, and the agent as it is packed. */
final class Libraries {
  private static final List<String> ALL =
      List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  private static final Path OURS = Path.of("../mbeans/target/classes").toAbsolutePath().normalize();
  private static final Path MANIFEST = Path.of("../mbeans/src/entrance/MANIFEST.MF");

  private Libraries() {}

  /** The programs of the tests, and the libraries of those groups. */
  static String with(String... groups) {
    return Stream.concat(
            Stream.of(Path.of("target/test-classes").toAbsolutePath().toString()),
            ALL.stream().filter(path -> Arrays.stream(groups).anyMatch(path::contains)))
        .collect(joining(File.pathSeparator));
  }

  /** The only library with that in its path. */
  static String one(String part) {
    List<String> found = ALL.stream().filter(path -> path.contains(part)).toList();
    if (found.size() != 1) {
      throw new AssertionError(part + " is " + found);
    }
    return found.getFirst();
  }

  /** Our jar: the one that was built, or in a build that packs nothing, one made there. */
  static Path agent(Path directory) {
    Path ours =
        Path.of(
            ALL.stream()
                .filter(path -> path.contains("mbeans"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the class path: " + ALL)));
    return Files.isRegularFile(ours) ? ours : packed(directory.resolve("pickglass-mbeans.jar"));
  }

  private static Path packed(Path jar) {
    try (InputStream text = Files.newInputStream(MANIFEST);
        Stream<Path> all = Files.walk(OURS)) {
      Manifest manifest = new Manifest(text);
      manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
        for (Path path : all.filter(Files::isRegularFile).toList()) {
          out.putNextEntry(new JarEntry(OURS.relativize(path).toString().replace('\\', '/')));
          Files.copy(path, out);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
