package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What has intervals: each has its own table of the catalog. */
public enum Subject {
  /** A monitor of tasks. */
  MONITOR(TaskMetric.values()),
  /** What runs tasks. */
  RUNTIME(RuntimeMetric.values());

  private final List<Metric> metrics;

  Subject(Metric[] metrics) {
    this.metrics = List.of(metrics);
  }

  /** What that interval is of. */
  public static Subject of(Interval<?> interval) {
    return switch (interval) {
      case TaskInterval _ -> MONITOR;
      case RuntimeInterval _ -> RUNTIME;
    };
  }

  /** Its word, for sentences and as the item of JSON with the name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word for several, which is also the command that lists them. */
  public String plural() {
    return word() + "s";
  }

  /** All metrics of its table. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** The metric of its table that has that name. */
  public Optional<? extends Metric> metric(String name) {
    return switch (this) {
      case MONITOR -> TaskMetric.named(name);
      case RUNTIME -> RuntimeMetric.named(name);
    };
  }
}
