package io.pickglass.repl;

import com.example.PlainProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link PlainProgram} that runs. */
public final class Plain implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final BufferedReader from;
  private final PrintStream to;
  private final List<String> said = new ArrayList<>();

  private Plain(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.from = process.inputReader(StandardCharsets.UTF_8);
    this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Starts it with these options of the JVM. */
  public static Plain start(String... options) {
    List<String> command = new ArrayList<>(List.of(Child.java(), "-XX:+UseSerialGC"));
    command.addAll(Arrays.asList(options));
    command.addAll(arguments("0"));
    return start(command);
  }

  /** Its class path, name and arguments. */
  public static List<String> arguments(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("-cp", System.getProperty("java.class.path"), PlainProgram.class.getName()));
    all.addAll(Arrays.asList(arguments));
    return all;
  }

  /** Starts it by a whole command line. */
  public static Plain start(List<String> command) {
    try {
      Path errors = Files.createTempFile("plain", ".err");
      Plain plain =
          new Plain(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
      for (int i = 0; i < 3; i++) {
        plain.said.add(plain.readLine());
      }
      return plain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it said of itself: its process id, its arguments, the options of its JVM. */
  public List<String> said() {
    return said;
  }

  /** The process that was started. */
  public Process process() {
    return process;
  }

  /** The same, as an argument of the console. */
  public String pid() {
    return Long.toString(process.pid());
  }

  /** Lets it start virtual threads, one after the other, and waits for them. */
  public String startThreads(int count) {
    return ask(Integer.toString(count));
  }

  /** Says a line to it, and gives its answer. */
  public String ask(String line) {
    to.println(line);
    return readLine();
  }

  /** The next line that it prints. */
  public String readLine() {
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

  /** Lets it end, and gives its exit code. It must have printed nothing that was not expected. */
  public int end() {
    to.close();
    String last = readLine();
    if (!last.equals("the end")) {
      throw new AssertionError("it has printed " + last);
    }
    return Child.await(process);
  }

  /** What it has printed to its standard error. */
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Child.await(process);
    try {
      Files.delete(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
