package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.row.Reading.Amount;
import io.pickglass.benchmarks.run.Plan;
import java.util.List;

/** The rows of the lists of tasks, and of what they wait for. */
final class ListRows {
  private static final String HOW =
      "Asked of the MXBean in the same process, rows and all; no thread of the program is stopped.";

  private ListRows() {}

  static List<Row> all() {
    return List.of(
        row("P11", "the 50 of 1,000,000 waiting tasks that live longest", "TOTAL"),
        row("P11.idle", "the 50 that have waited longest", "IDLE"),
        row("P11.name", "the first 50 by name", "NAME"),
        row("P11.filtered", "the 50 with that in their name that have waited longest", "FILTERED"),
        row("P11.grouped", "all of them, summed up by where they were started", "GROUPED"),
        waits("P12", "what 100,000 tasks wait for, 10 semaphores", Plans.WAITS_FOR_FEW),
        waits("P12.distinct", "the same, 100,000 semaphores: the first 50", Plans.WAITS_FOR_MANY));
  }

  private static Row waits(String id, String what, Plan plan) {
    Amount nanos = new Amount("nanos", "RESOURCES");
    return Row.of(id, what, Aim.atMost(100), Unit.MILLIS, plan, nanos, HOW);
  }

  private static Row row(String id, String what, String variant) {
    return Row.of(
        id, what, Aim.atMost(100), Unit.MILLIS, Plans.LISTS, new Amount("nanos", variant), HOW);
  }
}
