package io.pickglass.agent;

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
import java.util.concurrent.TimeUnit;

/** A JVM that runs a program which knows nothing of the library; it answers each line with one. */
final class LiveJvm implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;
  private final Path errors;

  private LiveJvm(Process process, Path errors) {
    this.process = process;
    this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.errors = errors;
  }

  static LiveJvm start(Path directory, List<String> options, Class<?> main) {
    Path errors = directory.resolve("stderr");
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(List.of("-cp", "target/test-classes", main.getName()));
    try {
      LiveJvm jvm =
          new LiveJvm(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
      // A JVM that is not yet up cannot be attached to.
      jvm.ask("hello");
      return jvm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says a line and gives its answer. */
  String ask(String line) {
    to.println(line);
    try {
      String answer = from.readLine();
      if (answer == null) {
        throw new AssertionError("it has ended: " + errors());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads an agent into it. */
  void attach(Path jar, String options) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    try {
      machine.loadAgent(jar.toString(), options);
    } finally {
      machine.detach();
    }
  }

  /** Ends it by the end of its input, and gives what it has printed to its errors. */
  String end() throws Exception {
    to.close();
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("it has failed: " + process + " " + errors());
    }
    return errors();
  }

  String errors() {
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
