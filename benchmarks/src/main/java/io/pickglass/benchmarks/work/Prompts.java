package io.pickglass.benchmarks.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Starts a console in a terminal, up to its first prompt. The terminal is that of the program
 * {@code script}, as it comes with Linux.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class Prompts extends Alternating {
  private static final long LONGEST_MILLIS = 120_000;

  private final Path home = Path.of(System.getProperty("pickglass.home", ".")).toAbsolutePath();
  private final Path jdk = Path.of(System.getProperty("java.home"));
  private @Nullable ChildProcess target;
  private @Nullable Path own;
  private Console console = new Console("", "");

  /** How it is started, and what its prompt ends with. */
  private record Console(String command, String prompt) {}

  @Override
  void begin(String variant) throws Exception {
    if (target == null) {
      List<String> command = new ArrayList<>(ChildProcess.classPath());
      command.addAll(List.of(Monitored.class.getName(), "3"));
      target = ChildProcess.start(command);
      var _ = target.read();
      own = Files.createTempDirectory("pickglass-prompts");
      makeArchive();
    }
    console = console(variant, target.pid());
  }

  private Console console(String variant, long pid) {
    return switch (variant) {
      case "JSHELL" -> new Console(quoted(jdk.resolve("bin/jshell")), "jshell> ");
      case "JMXTERM" ->
          new Console(
              // It looks for local processes through the JDK's own console.
              "%s --add-exports jdk.jconsole/sun.tools.jconsole=ALL-UNNAMED -jar %s -l %d"
                  .formatted(
                      quoted(jdk.resolve("bin/java")),
                      quoted(home.resolve("benchmarks/target/peers/jmxterm.jar")),
                      pid),
              "$>");
      case "UNPREPARED" -> new Console("PICKGLASS_ARCHIVE=off " + pickglass(pid), pid + "> ");
      default -> new Console(pickglass(pid), pid + "> ");
    };
  }

  private String pickglass(long pid) {
    return "JAVA_HOME=%s XDG_CACHE_HOME=%s XDG_STATE_HOME=%s %s %d"
        .formatted(quoted(jdk), own, own, quoted(home.resolve("pickglass")), pid);
  }

  private static String quoted(Path path) {
    return "'" + path + "'";
  }

  /** The first start at a terminal lets it be made; that is not what is measured. */
  private void makeArchive() throws Exception {
    ChildProcess present = Objects.requireNonNull(target);
    console = console("PICKGLASS", present.pid());
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    prompt(() -> {
      while (!isArchiveMade()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no class archive was made in " + own);
        }
        Thread.sleep(100);
      }
    });
  }

  private boolean isArchiveMade() throws IOException {
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(own))) {
      // One that is being made is in a directory of its own.
      return files.anyMatch(file -> file.toString().matches(".*/console-\\d+\\.aot"));
    }
  }

  /** From the order to start it until its prompt is there. */
  @Benchmark
  public void start(Taken taken) throws Exception {
    long before = System.nanoTime();
    prompt(() -> taken.nanos = System.nanoTime() - before);
  }

  /** What is done when the prompt is there. */
  private interface Then {
    void run() throws Exception;
  }

  private void prompt(Then then) throws Exception {
    // A terminal without a size makes JLine shorten its prompt.
    String command = "stty rows 40 cols 120; exec env " + console.command();
    Process process =
        new ProcessBuilder("script", "-qfec", command, "/dev/null")
            .redirectErrorStream(true)
            .start();
    try {
      await(process.getInputStream());
      then.run();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private void await(InputStream output) throws IOException {
    StringBuilder seen = new StringBuilder();
    byte[] some = new byte[8192];
    while (seen.indexOf(console.prompt()) < 0) {
      int length = output.read(some);
      if (length < 0) {
        throw new IOException("no prompt of " + console.command() + ":\n" + seen);
      }
      seen.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  /** Ends the process. */
  @TearDown(Level.Trial)
  public void end() throws Exception {
    if (target != null) {
      target.close();
    }
  }
}
