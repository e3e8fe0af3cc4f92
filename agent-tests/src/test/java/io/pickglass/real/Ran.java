package io.pickglass.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a program has done.
 *
 * @param exit its exit status
 * @param printed all that it has printed
 */
record Ran(int exit, String printed) {
  private static final long DEADLINE_SECONDS = 120;

  static Ran of(String... command) {
    return of(Map.of(), List.of(command));
  }

  static Ran of(Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("ran", "");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(command + " does not end: " + Files.readString(out));
        }
        return new Ran(process.exitValue(), Files.readString(out));
      } finally {
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
