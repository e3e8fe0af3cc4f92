package io.pickglass.repl;

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

/** An installation as the build leaves it; tests run before that. */
public final class Home {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path LIBRARY = ROOT.resolve("mbeans/target/classes");

  private static final String WIRES = "jolokia-config/target/agents";

  private Home() {}

  /** Makes it in that directory. */
  public static Path in(Path directory) {
    try {
      Path jar = directory.resolve("mbeans/target/pickglass-mbeans.jar");
      Files.createDirectories(jar.getParent());
      pack(jar);
      copy("jolokia-config/config", directory);
      if (hasWires()) {
        copy(WIRES, directory);
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the agents of others are there. */
  public static boolean hasWires() {
    return Files.isDirectory(ROOT.resolve(WIRES));
  }

  private static void copy(String path, Path directory) throws IOException {
    Path to = Files.createDirectories(directory.resolve(path));
    for (Path file : files(ROOT.resolve(path))) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private static void pack(Path jar) throws IOException {
    try (InputStream text = Files.newInputStream(ROOT.resolve("mbeans/src/entrance/MANIFEST.MF"));
        OutputStream file = Files.newOutputStream(jar)) {
      Manifest manifest = new Manifest(text);
      manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
      try (JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (Path path : files(LIBRARY)) {
          out.putNextEntry(new JarEntry(LIBRARY.relativize(path).toString()));
          Files.copy(path, out);
        }
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
