package io.pickglass.benchmarks;

import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Row;
import io.pickglass.benchmarks.run.Batches;
import io.pickglass.benchmarks.run.Effort;
import io.pickglass.benchmarks.run.Forks;
import io.pickglass.benchmarks.run.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the plans of rows, each once, and says what a row has shown as soon as it is known. */
final class Runs {
  private final List<Row> rows;
  private final Effort effort;

  Runs(List<Row> rows, Effort effort) {
    this.rows = rows;
    this.effort = effort;
  }

  /** About how long all of them take. */
  double seconds() {
    return plans().stream().mapToDouble(plan -> plan.seconds(effort)).sum();
  }

  private List<Plan> plans() {
    return rows.stream().flatMap(row -> row.plans().stream()).distinct().toList();
  }

  /**
   * Runs.
   *
   * @param progress is told before each plan what comes
   * @param known is given each result
   */
  List<Result> run(Forks forks, Consumer<String> progress, Consumer<Result> known)
      throws RunnerException {
    List<Plan> plans = plans();
    Map<Plan, Batches> done = new HashMap<>();
    Set<Row> shown = new HashSet<>();
    List<Result> results = new ArrayList<>();
    for (Plan plan : plans) {
      progress.accept(
          "[%d of %d, about %.0f s] %s"
              .formatted(done.size() + 1, plans.size(), plan.seconds(effort), describe(plan)));
      done.put(plan, forks.run(plan));
      for (Row row : rows) {
        if (done.keySet().containsAll(row.plans()) && shown.add(row)) {
          Result result = Result.of(row, row.plans().stream().map(done::get).toList());
          results.add(result);
          known.accept(result);
        }
      }
    }
    return results;
  }

  private static String describe(Plan plan) {
    return "%s %s %s"
        .formatted(
            plan.benchmark().getSimpleName(),
            String.join(", ", plan.variants()).toLowerCase(java.util.Locale.ROOT),
            plan.parameters());
  }
}
