package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.row.Reading.Amount;
import java.util.List;

/** The rows of the list of tasks. */
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
        row("P11.grouped", "all of them, summed up by where they were started", "GROUPED"));
  }

  private static Row row(String id, String what, String variant) {
    return Row.of(
        id, what, Aim.atMost(100), Unit.MILLIS, Plans.LISTS, new Amount("nanos", variant), HOW);
  }
}
