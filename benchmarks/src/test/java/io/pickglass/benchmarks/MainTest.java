package io.pickglass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Row;
import io.pickglass.benchmarks.row.Rows;
import io.pickglass.benchmarks.run.Batches;
import io.pickglass.benchmarks.run.Effort;
import io.pickglass.benchmarks.run.Forks;
import io.pickglass.benchmarks.run.Plan;
import io.pickglass.benchmarks.work.Apart;
import io.pickglass.benchmarks.work.Requests;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private record Said(int exitCode, String out, String err) {}

  private static Said run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true));
      System.setErr(new PrintStream(complained, true));
      return new Said(Main.run(arguments), said.toString(), complained.toString());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  @Timeout(60)
  void theHarnessWorks(@TempDir Path directory) throws Exception {
    // Another may run on this machine: nobody reads these figures.
    System.setProperty("jmh.ignoreLock", "true");
    List<String> progress = new ArrayList<>();
    List<Result> known = new ArrayList<>();
    List<Row> rows = List.of(Rows.of("P1").getFirst(), Rows.of("P5").getFirst());
    List<Result> results =
        new Runs(rows, Effort.SMOKE)
            .run(new Forks(Effort.SMOKE, directory.resolve("log")), progress::add, known::add);
    assertThat(results).isEqualTo(known).extracting(Result::row).isEqualTo(rows);
    // The two share one run.
    assertThat(progress).hasSize(1);
    assertThat(results.getFirst().plain()).isGreaterThan(10);
    assertThat(results.getFirst().watched()).isGreaterThan(10);
  }

  @Test
  @Timeout(60)
  void aProcessBesideAnswersForEachVariant(@TempDir Path directory) throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    Plan plan = Plan.of(Apart.class, "PLAIN", "WATCHED").with("work", "SUBMIT").beginningWith(1);
    Batches batches = new Forks(Effort.SMOKE, directory.resolve("log")).run(plan);
    assertThat(batches.of("PLAIN", "nanos")[0]).isGreaterThan(10);
    assertThat(batches.of("WATCHED", "nanos")[0]).isGreaterThan(10);
  }

  @Test
  @Timeout(60)
  void aServiceIsAskedWithoutAPause(@TempDir Path directory) throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    Batches batches =
        new Forks(Effort.SMOKE, directory.resolve("log")).run(Plan.of(Requests.class, "PLAIN"));
    assertThat(batches.of("PLAIN", "perSecond")[0]).isGreaterThan(1);
    assertThat(batches.of("PLAIN", "p99")[0]).isGreaterThan(batches.of("PLAIN", "p50")[0]);
  }

  @Test
  void theHelpSaysHowLongItTakes() {
    Said said = run("--help");
    assertThat(said.exitCode()).isZero();
    assertThat(said.out())
        .contains("pickglass bench", "--quick")
        .containsPattern("All rows take about \\d+ minutes, --quick about \\d;");
    assertThat(new Runs(Rows.all(), Effort.FULL).seconds()).isLessThan(20 * 60);
    assertThat(new Runs(Rows.quick(), Effort.QUICK).seconds()).isLessThan(2.5 * 60);
  }

  @Test
  void allRowsAreListed() {
    Said said = run("--list");
    assertThat(said.exitCode()).isZero();
    assertThat(
            said.out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" ")[0]))
        .containsExactlyElementsOf(Rows.all().stream().map(Row::id).toList());
  }

  @Test
  void anUnknownRowIsRefused() {
    assertThat(run("P1", "P99"))
        .isEqualTo(
            new Said(
                2,
                "",
                "`bench`: there is no row `P99`, --list shows all: `bench --help` explains it"
                    + System.lineSeparator()));
  }
}
