package io.pickglass.repl.demo;

import io.pickglass.repl.command.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The demo as a child process. It ends when its standard input ends, so it ends with us however we
 * end; what it prints goes to a file, which is there as long as it.
 *
 * <p>Threads: one reads the child's output; {@link #close} may come from the shutdown hook too.
 */
final class DemoProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LAST_LINES = 5;
  private static final int WRONG_USAGE = 2;

  private final Process process;
  private final Path log;
  private final List<String> said = new ArrayList<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private DemoProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param command {@code java} and its arguments
   * @param log what it prints; written anew
   */
  static DemoProcess start(List<String> command, Path log) throws IOException {
    // Ctrl-C at a terminal reaches all processes there, but is meant for the command that runs.
    List<String> deafToCtrlC =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    deafToCtrlC.addAll(command);
    boolean posix = Files.isExecutable(Path.of("/bin/sh"));
    Process process =
        new ProcessBuilder(posix ? deafToCtrlC : command).redirectErrorStream(true).start();
    DemoProcess demo = new DemoProcess(process, log);
    Thread.ofPlatform().daemon().name("pickglass-demo-output").start(demo::read);
    return demo;
  }

  /**
   * Waits until it can be asked.
   *
   * @return the lines it printed so far
   * @throws CommandFailure with its last words if it ends first, or takes too long
   */
  List<String> awaitReady() {
    try {
      if (ready.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        synchronized (said) {
          return List.copyOf(said);
        }
      }
      process.waitFor(1, TimeUnit.SECONDS);
      throw ended();
    } catch (TimeoutException e) {
      throw CommandFailure.failed(
          "the demo was not ready within %d s: its output is in %s"
              .formatted(PATIENCE.toSeconds(), log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("stopped");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the output of the demo could not be read", e);
    }
  }

  long pid() {
    return process.pid();
  }

  /**
   * Ends it: politely, then firmly. Nothing is left when this returns, but the output of one that
   * was never ready or has ended by itself.
   */
  @Override
  public void close() {
    boolean isWell = process.isAlive() && ready.getNow(false);
    end();
    if (isWell) {
      deleteLog();
    }
  }

  private void deleteLog() {
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      // It is small, and lies where the next build cleans up.
    }
  }

  private void end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroy();
      }
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
      String line;
      while ((line = output.readLine()) != null) {
        file.println(line);
        file.flush();
        if (!ready.isDone()) {
          synchronized (said) {
            said.add(line);
          }
          if (line.equals("ready")) {
            ready.complete(true);
          }
        }
      }
      ready.complete(false);
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private CommandFailure ended() {
    List<String> last;
    synchronized (said) {
      last = List.copyOf(said.subList(Math.max(0, said.size() - LAST_LINES), said.size()));
    }
    int code = process.isAlive() ? -1 : process.exitValue();
    if (code == WRONG_USAGE && !last.isEmpty()) {
      deleteLog(); // the sentence says it all
      return CommandFailure.usage("`demo`: " + last.getLast());
    }
    return CommandFailure.failed(
        "the demo ended before it was ready (exit code %d), all of its output is in %s:%n%s"
            .formatted(code, log, String.join(System.lineSeparator(), last)));
  }
}
