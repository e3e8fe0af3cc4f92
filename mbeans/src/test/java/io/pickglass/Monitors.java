package io.pickglass;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.MainSwitch;
import io.pickglass.monitor.TaskTable;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.time.NanoClock;
import java.util.EnumMap;
import java.util.Map;

/** Monitors outside of any registry, and what tests ask of them. */
public final class Monitors {
  private Monitors() {}

  public static TaskMonitor on(NanoClock clock) {
    return new TaskMonitor(new TaskTotals("test", clock, new Epoch(), () -> true));
  }

  /** The door to a monitor of a registry. */
  public static TaskMonitor of(TaskTotals totals) {
    return new TaskMonitor(totals);
  }

  /** A monitor that this main switch can switch, too. */
  public static TaskMonitor under(MainSwitch main) {
    return new TaskMonitor(
        new TaskTotals(
            "test", NanoClock.SYSTEM, new Epoch(), () -> true, main.add(), new TaskTable()));
  }

  public static TaskMonitor onSystemClock() {
    return on(NanoClock.SYSTEM);
  }

  /** The values of these metrics alone, to compare several of them at once. */
  public static Map<TaskMetric, Long> only(TaskMetrics metrics, TaskMetric... wanted) {
    Map<TaskMetric, Long> values = new EnumMap<>(TaskMetric.class);
    for (TaskMetric metric : wanted) {
      values.put(metric, metrics.get(metric));
    }
    return values;
  }

  /** The same of a runtime. */
  public static Map<RuntimeMetric, Number> only(RuntimeMetrics metrics, RuntimeMetric... wanted) {
    Map<RuntimeMetric, Number> values = new EnumMap<>(RuntimeMetric.class);
    for (RuntimeMetric metric : wanted) {
      values.put(metric, metrics.number(metric));
    }
    return values;
  }
}
