package io.pickglass.repl.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK that is too old for Pickglass, where one is installed. */
public final class OldJdk {
  /** Its version of Java. */
  public static final int RELEASE = 17;

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private OldJdk() {}

  /** Its {@code java}. */
  public static Optional<Path> java() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(INSTALLED)) {
      return all.filter(jdk -> jdk.getFileName().toString().matches("java-17-.*"))
          .map(jdk -> jdk.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
