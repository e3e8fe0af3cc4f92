package io.pickglass.repl.bench;

import io.pickglass.repl.command.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code pickglass bench}: all arguments, its help too, are the benchmarks' own. */
@Command(
    name = "bench",
    description = "Measure what watching costs, beside what a user would pick instead.")
public final class BenchCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    String home = System.getProperty("pickglass.home");
    if (home == null) {
      throw CommandFailure.failed(
          "the benchmarks are not found: start them with the script `pickglass` in the project's"
              + " directory");
    }
    Path target = Path.of(home, "benchmarks/target");
    Path jar = target.resolve("pickglass-benchmarks.jar");
    if (!Files.isRegularFile(jar)) {
      throw CommandFailure.failed(
          "the benchmarks are not built (there is no " + jar + "): run `mvn package` first");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // JMH's own, and it would be said in the middle of our lines.
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dpickglass.home=" + home);
    command.addAll(List.of("-cp", jar + File.pathSeparator + target.resolve("lib") + "/*"));
    command.add("io.pickglass.benchmarks.Main");
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "pickglass-bench-end"));
    return process.waitFor();
  }
}
