package io.pickglass.catalog;

/**
 * One number of the catalog: a {@link TaskMetric} or a {@link RuntimeMetric}. Its name is the same
 * everywhere, in the spelling of each place.
 */
public sealed interface Metric permits TaskMetric, RuntimeMetric {
  /** The name in the model, in composites, in JSON and in the console: {@code pollCount}. */
  String metricName();

  /** The name of the JMX attribute: {@code PollCount}. */
  String attributeName();

  /** The name of the Prometheus series: {@code pickglass_task_polls_total}. */
  String seriesName();

  /** How the metric moves. */
  Kind kind();

  /** What its number counts. */
  Unit unit();

  /** Whether the values of two stretches of time add up to that of both. */
  boolean addsUp();

  /** Which way it should move. */
  default Better better() {
    return switch (this) {
      case TaskMetric task -> Better.of(task);
      case RuntimeMetric runtime -> Better.of(runtime);
    };
  }

  /** One sentence that says what it is, for people. */
  String help();
}
