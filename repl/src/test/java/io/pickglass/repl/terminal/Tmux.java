package io.pickglass.repl.terminal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A terminal of 120 columns and 30 lines that is typed at and looked at. */
final class Tmux implements AutoCloseable {
  private final String server =
      "pickglass-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

  static void assumePresent() {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tmux"))),
        "tmux is not on the PATH");
  }

  /** Runs a command line between {@code before} and {@code ended with N}. */
  static Tmux run(String prefix, List<String> command) {
    Tmux tmux = new Tmux();
    String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    tmux.tell(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        "120",
        "-y",
        "30",
        prefix + "echo before; " + line + "; echo ended with $?; cat");
    return tmux;
  }

  String tell(String... arguments) {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void keys(String... keys) {
    List<String> command = new ArrayList<>(List.of("send-keys", "--"));
    command.addAll(List.of(keys));
    tell(command.toArray(String[]::new));
  }

  void resize(int width, int height) {
    tell("resize-window", "-x", Integer.toString(width), "-y", Integer.toString(height));
  }

  String screen() {
    return tell("capture-pane", "-p").stripTrailing();
  }

  void await(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
    Await.until(() -> pattern.matcher(screen()).find(), () -> "no " + regex + " in\n" + screen());
  }

  /** Which of {@code mouse, cursor, other screen} are on. */
  String modes() {
    return tell("display-message", "-p", "#{mouse_any_flag} #{cursor_flag} #{alternate_on}")
        .strip();
  }

  /** The program that runs in it. */
  ProcessHandle program() {
    long shell = Long.parseLong(tell("display-message", "-p", "#{pane_pid}").strip());
    return ProcessHandle.of(shell).orElseThrow().descendants().findFirst().orElseThrow();
  }

  /** Takes the terminal away from all that runs in it. */
  @Override
  public void close() {
    tell("kill-server");
  }
}
