package io.pickglass.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program {@code pickglass} as a process, as a shell would start it without a terminal. */
public final class Child {
  private Child() {}

  /** How it ended and what it said. */
  public record Result(int code, String out, String err) {
    public List<String> lines() {
      return out.lines().toList();
    }
  }

  /** Runs it with these arguments and an empty standard input. */
  public static Result pickglass(String... arguments) {
    return pickglassWithInput("", arguments);
  }

  /** The same, as the script of that installation would start it. */
  public static Result pickglassOf(Path home, String... arguments) {
    return run("", command(home, arguments));
  }

  /** The same, with commands from a pipe. */
  public static Result pickglassOfWithInput(Path home, String input, String... arguments) {
    return run(input, command(home, arguments));
  }

  /** Its command line, as the script of that installation would have it. */
  public static List<String> command(Path home, String... arguments) {
    List<String> command = command();
    command.add(1, "-Dpickglass.home=" + home);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Runs it with these arguments and commands from a pipe. */
  public static Result pickglassWithInput(String input, String... arguments) {
    List<String> command = command();
    command.addAll(Arrays.asList(arguments));
    return run(input, command);
  }

  /** Runs a command line. */
  public static Result run(String input, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).start();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      return new Result(await(process), out.join(), err.join().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of its command line. */
  public static List<String> command() {
    return new ArrayList<>(
        List.of(
            java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
  }

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public static int await(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it has not ended within a minute");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }
}
