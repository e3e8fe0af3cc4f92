package io.pickglass.benchmarks;

import io.pickglass.benchmarks.report.Json;
import io.pickglass.benchmarks.report.LastRun;
import io.pickglass.benchmarks.report.Machine;
import io.pickglass.benchmarks.report.Page;
import io.pickglass.benchmarks.report.Text;
import io.pickglass.benchmarks.row.Aim;
import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Row;
import io.pickglass.benchmarks.row.Rows;
import io.pickglass.benchmarks.run.Effort;
import io.pickglass.benchmarks.run.Forks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pickglass bench}. */
@Command(
    name = "pickglass bench",
    description = {
      "Measure what watching costs, beside what a user would pick instead.",
      "A row shows both sides, their difference or ratio with the least and the greatest"
          + " repetition, and its aim.",
      ""
    })
public final class Main implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** How results are written. */
  enum Output {
    text,
    json
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "ROW",
      description = "P1, P3.objects, …: only these; P3 means its parts, too. Without: all.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--list", description = "Show the rows and how each is measured, and end.")
  private boolean list;

  @Option(
      names = "--quick",
      description = "With less effort, and compared with the last committed run: what got worse?")
  private boolean quick;

  @Option(
      names = "--write",
      description = "Write the results to docs/performance.md and what lies beside it.")
  private boolean write;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      description = "text, or json: one object on one line for each row.")
  private Output output = Output.text;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Path home = Path.of(System.getProperty("pickglass.home", "."));

  /**
   * Ends the process: 0 fine, also where an aim is not met; 1 a benchmark failed; 2 wrong usage.
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs with these arguments and gives the exit code. */
  static int run(String... args) {
    CommandLine program = new CommandLine(new Main());
    program.setUsageHelpWidth(100);
    program.setParameterExceptionHandler((failure, _) -> misused(failure));
    program
        .getCommandSpec()
        .usageMessage()
        .footer(
            "",
            "All rows take about %.0f minutes, --quick about %.0f; the machine should be quiet."
                .formatted(
                    new Runs(Rows.all(), Effort.FULL).seconds() / 60,
                    Math.ceil(new Runs(Rows.quick(), Effort.QUICK).seconds() / 60)),
            "Exit codes: 0 fine, 1 a benchmark failed, 2 wrong usage.");
    return program.execute(args);
  }

  private static int misused(ParameterException failure) {
    System.err.println("`bench`: " + failure.getMessage() + ": `bench --help` explains it");
    return USAGE;
  }

  @Override
  public Integer call() throws IOException {
    List<Row> rows = rows();
    if (list) {
      rows.forEach(Main::describe);
      return OK;
    }
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    Runs runs = new Runs(rows, effort);
    String machine = Machine.describe();
    say(machine);
    say("about %.0f s".formatted(runs.seconds()));
    try {
      Path log = home.resolve("benchmarks/target/bench.log");
      List<Result> results = runs.run(new Forks(effort, log), Main::say, this::print);
      finish(results, machine);
      return OK;
    } catch (RunnerException e) {
      System.err.println("`bench`: " + e.getMessage());
      return FAILED;
    }
  }

  private List<Row> rows() {
    if (ids.isEmpty()) {
      return quick ? Rows.quick() : Rows.all();
    }
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      List<Row> found = Rows.of(id);
      if (found.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "there is no row `" + id + "`, --list shows all");
      }
      rows.addAll(found);
    }
    return rows.stream().distinct().toList();
  }

  private static void describe(Row row) {
    Aim aim = row.aim();
    System.out.printf(
        "%-18s %s%n%19s%s%s%n",
        row.id(),
        row.what(),
        "",
        aim == null ? "" : "aim " + aim.text(row.comparedUnit()) + ". ",
        row.how());
  }

  private void print(Result result) {
    List<String> lines = output == Output.json ? List.of(Json.line(result)) : Text.lines(result);
    lines.forEach(System.out::println);
  }

  private void finish(List<Result> results, String machine) throws IOException {
    Path page = home.resolve("docs/performance.md");
    Path beside = home.resolve("docs/performance");
    Path file = beside.resolve("results.jsonl");
    LastRun last = LastRun.read(file);
    if (quick) {
      List<String> worse = last.worse(results);
      worse.forEach(sentence -> System.err.println("WORSE " + sentence));
      if (worse.isEmpty()) {
        say("nothing got worse since the last committed run, beyond the noise");
      }
    }
    if (write) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("machine", machine);
      facts.put("date", LocalDate.now().toString());
      LastRun now = last.with(facts, results);
      now.write(file);
      Page.write(page, beside, now);
    }
  }

  /** To standard error: standard output is for answers. */
  private static void say(String line) {
    System.err.println(line);
  }
}
