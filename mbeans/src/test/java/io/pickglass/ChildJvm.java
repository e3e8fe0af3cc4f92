package io.pickglass;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Runs a program of the tests in a JVM of its own, with these options. */
public final class ChildJvm {
  private static final long DEADLINE_SECONDS = 240;

  private ChildJvm() {}

  /** Runs the main method and returns what it printed, read as properties. */
  public static Properties run(List<String> options, Class<?> main, String... args) {
    return run(options, main.getName(), args);
  }

  /**
   * Runs a main class by its name, or a source file by its path, and returns what it printed, read
   * as properties.
   */
  public static Properties run(List<String> options, String main, String... args) {
    return run(System.getProperty("java.class.path"), options, main, args);
  }

  /** The same with that class path, which need not have the library in it, or none. */
  public static Properties run(
      String classPath, List<String> options, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    if (!classPath.isEmpty()) {
      command.addAll(List.of("-cp", classPath));
    }
    // Last, as -jar is followed by the program.
    command.addAll(options);
    command.add(main);
    command.addAll(List.of(args));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (InputStream out = process.getInputStream()) {
        Properties printed = new Properties();
        printed.load(out);
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw new AssertionError(command + " has failed: " + process);
        }
        return printed;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
