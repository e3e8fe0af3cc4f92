package io.pickglass.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The library as it will be packed: tests run before that. */
final class AgentJar {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path MANIFEST = Path.of("src/entrance/MANIFEST.MF");

  private AgentJar() {}

  /** Packs it into that directory. */
  static Path in(Path directory) {
    Path jar = directory.resolve("pickglass-mbeans.jar");
    try (InputStream text = Files.newInputStream(MANIFEST);
        OutputStream file = Files.newOutputStream(jar)) {
      Manifest manifest = new Manifest(text);
      manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
      try (JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (Path path : classFiles()) {
          out.putNextEntry(new JarEntry(CLASSES.relativize(path).toString().replace('\\', '/')));
          Files.copy(path, out);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> classFiles() throws IOException {
    try (Stream<Path> all = Files.walk(CLASSES)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
