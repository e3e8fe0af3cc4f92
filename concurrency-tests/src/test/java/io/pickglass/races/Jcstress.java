package io.pickglass.races;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** jcstress in a JVM of its own, which starts one more for each race. */
final class Jcstress {
  // Two actors need two CPUs; more would only run more races at once.
  private static final List<String> ALWAYS = List.of("-v", "-c", "2", "-pth", "false");

  private Jcstress() {}

  /** How thorough it is, and how long it may take. */
  enum Mode {
    /** Each race once, for a moment, as the JIT compiles it. */
    QUICK(5, "-time 200 -iters 1 -f 1 -sc false -af NONE -hs 128 -jvmArgs -XX:+UseSerialGC"),

    /** Each race interpreted, compiled by C1 and by C2, each actor in its own way. */
    FULL(60, "-time 250 -iters 1 -f 1 -fsm 1 -sc true -af NONE -hs 256");

    private final long minutes;
    private final List<String> arguments;

    Mode(long minutes, String arguments) {
      this.minutes = minutes;
      this.arguments = List.of(arguments.split(" "));
    }
  }

  /** Runs all races and gives back what it has printed. */
  static Report run(Mode mode) throws IOException, InterruptedException {
    Path directory = Path.of("target", "jcstress").toAbsolutePath();
    Files.createDirectories(directory);
    Path printed = directory.resolve("printed.txt");
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.openjdk.jcstress.Main");
    command.addAll(ALWAYS);
    command.addAll(mode.arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(mode.minutes, TimeUnit.MINUTES)) {
        throw new AssertionError("not ready after " + mode.minutes + " minutes: see " + printed);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Report.of(Files.readAllLines(printed), process.exitValue());
  }

  private static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  /** The races that jcstress has found when it compiled them, one line each. */
  static long raceCount() throws IOException {
    try (InputStream list = Jcstress.class.getResourceAsStream("/META-INF/TestList")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().count();
    }
  }
}
