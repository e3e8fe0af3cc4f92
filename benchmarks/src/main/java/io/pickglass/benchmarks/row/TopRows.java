package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.row.Reading.Amount;
import io.pickglass.benchmarks.run.Plan;
import io.pickglass.benchmarks.work.FullScreens;
import java.util.List;

/** The rows of the full screen. */
final class TopRows {
  private static final Plan PLAN =
      Plan.of(FullScreens.class, "JMX").batchSeconds(17).beginningWith(26);
  private static final String SHARE =
      "Processor time in 16 seconds at the default refresh of a second, which is stretched by the"
          + " number of tasks";

  private TopRows() {}

  static List<Row> all() {
    return List.of(
        Row.of(
            "P16",
            "full screen, 1,000,000 tasks in the target: from a key to its frame",
            Aim.atMost(16),
            Unit.MILLIS,
            PLAN,
            new Amount("nanos", "JMX"),
            "Another row is selected 200 times, on a screen of 160 by 50 without a terminal."),
        Row.of(
            "P16.target",
            "what the target takes of one processor while somebody looks at its tasks",
            Aim.atMost(1),
            Unit.PERCENT,
            PLAN,
            new Amount("target", "JMX"),
            SHARE + "; without what the target takes while nobody looks."),
        Row.of(
            "P16.console",
            "what the full screen itself takes of one processor",
            Aim.atMost(3),
            Unit.PERCENT,
            PLAN,
            new Amount("console", "JMX"),
            SHARE + "."));
  }
}
