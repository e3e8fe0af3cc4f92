package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A JVM beside us that answers line by line. Its complaints stand among ours. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  private ChildProcess(Process process) {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Starts it with those options, class and arguments. */
  static ChildProcess start(List<String> command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(command);
    return new ChildProcess(new ProcessBuilder(all).redirectError(Redirect.INHERIT).start());
  }

  /** Everything we have. */
  static List<String> classPath() {
    return List.of("-cp", System.getProperty("java.class.path"));
  }

  /** The same without the library, as in a program that knows nothing of it. */
  static List<String> classPathWithoutLibrary() {
    Path library = library();
    return List.of(
        "-cp",
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(each -> !Path.of(each).toAbsolutePath().equals(library))
            .collect(Collectors.joining(File.pathSeparator)));
  }

  /** With the agent. */
  static List<String> agent() {
    return List.of("-javaagent:" + agentJar());
  }

  /** The library's jar, which is the agent's, too. */
  static Path agentJar() {
    Path library = library();
    if (!Files.isRegularFile(library)) {
      throw new IllegalStateException("the agent is a jar, and this is none: " + library);
    }
    return library;
  }

  private static Path library() {
    CodeSource source = Pickglass.class.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().getPath()).toAbsolutePath();
  }

  long pid() {
    return process.pid();
  }

  /** Its next line. */
  String read() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process has ended, with " + process.info());
    }
    return line;
  }

  /** Says that to it, and reads its next line. */
  String ask(String question) throws IOException {
    questions.println(question);
    return read();
  }

  /** Ends its input, and waits for its end. */
  @Override
  public void close() throws IOException, InterruptedException {
    questions.close();
    if (process.waitFor() != 0) {
      throw new IOException("the process has failed with " + process.exitValue());
    }
  }
}
