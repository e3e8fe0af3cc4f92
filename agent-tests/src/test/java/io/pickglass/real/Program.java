package io.pickglass.real;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM that runs one of the programs; it answers each line with one, see {@code Desk}. */
final class Program implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 120;

  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;
  private final Path errors;
  private final List<String> unasked = new ArrayList<>();

  private Program(Process process, Path errors) {
    this.process = process;
    this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.errors = errors;
    // Whoever waits for its next line goes on then, and fails.
    CompletableFuture.delayedExecutor(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
  }

  /** Starts a JVM with that command line after {@code java}. */
  static Program start(Path directory, List<String> command) {
    List<String> whole = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    whole.add("-Djava.io.tmpdir=" + directory);
    whole.addAll(command);
    try {
      Path errors = Files.createTempFile(directory, "stderr", "");
      ProcessBuilder builder = new ProcessBuilder(whole).redirectError(errors.toFile());
      return new Program(builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that it prints by itself. */
  String line() {
    try {
      String line = from.readLine();
      if (line == null) {
        throw new AssertionError("it has ended: " + errors());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says a line and gives its answer. */
  String ask(String line) {
    to.println(line);
    return line();
  }

  /** Of each monitor what it counts, as text: tasks, ended, failed, cancelled, polls. */
  Map<String, String> counts() {
    Map<String, String> counts = new TreeMap<>();
    String all = ask("counts");
    for (String each : all.substring(1, all.length() - 1).split(", ")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        counts.put(each.substring(0, equals), each.substring(equals + 1));
      }
    }
    return counts;
  }

  /** Loads an agent into it. */
  void attach(Path jar, String options) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        machine.loadAgent(jar.toString(), options);
      } finally {
        machine.detach();
      }
    } catch (Exception e) {
      throw new AssertionError(errors(), e);
    }
  }

  /** Ends it by the end of its input, and gives what it has printed that nobody asked for. */
  String end() {
    to.close();
    try {
      from.lines().forEach(unasked::add);
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("it has failed: " + process + " " + errors());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return String.join("\n", unasked) + errors();
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
