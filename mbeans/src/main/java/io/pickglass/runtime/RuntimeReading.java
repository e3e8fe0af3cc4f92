package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.NOOP_COUNT_AT_LEAST;
import static io.pickglass.catalog.RuntimeMetric.POLLS_PER_PARK;
import static io.pickglass.catalog.RuntimeMetric.STARVATION_NANOS;
import static io.pickglass.catalog.RuntimeMetric.STEAL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.monitor.Turns;
import io.pickglass.runtime.Seat.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * All numbers of a runtime at an instant.
 *
 * @param at when, by the monotonic clock
 * @param source whose they are
 * @param values gauges, and counters since the start, of the runtime as a whole
 * @param workers counters of each place since the runtime is watched, in the order of places
 * @param turns histograms since the runtime is watched
 */
record RuntimeReading(
    long at, RuntimeSource source, Values values, List<Counts> workers, long[] turns) {
  private static final RuntimeMetric[] METRICS = RuntimeMetric.values();
  private static final RuntimeDistribution[] DISTRIBUTIONS = RuntimeDistribution.values();

  /**
   * The numbers of the time between an earlier reading and this one.
   *
   * @param starvationNanos the greatest lateness of the probe in that time; -1 without a probe
   */
  RuntimeMetrics since(RuntimeReading earlier, long starvationNanos) {
    RuntimeMetrics.Builder metrics = new RuntimeMetrics.Builder();
    for (RuntimeMetric metric : METRICS) {
      if (values.has(metric)) {
        metrics.set(metric, since(earlier, metric));
      }
    }
    if (source.knowsWorkers()) {
      addWorkers(metrics, earlier);
    }
    return metrics.set(STARVATION_NANOS, starvationNanos).build();
  }

  private long since(RuntimeReading earlier, RuntimeMetric metric) {
    long value = values.get(metric, 0);
    // What was not known before begins now.
    return metric.kind() == Kind.COUNTER ? value - earlier.values.get(metric, value) : value;
  }

  private void addWorkers(RuntimeMetrics.Builder metrics, RuntimeReading earlier) {
    WorkerTotals totals = new WorkerTotals(workersSince(earlier), values.get(WORKER_COUNT, 0));
    totals.addThreads(metrics, knowsParks());
    if (source.knowsPolls()) {
      totals.addPolls(metrics, at - earlier.at);
      for (RuntimeDistribution of : DISTRIBUTIONS) {
        metrics.histogram(of, Turns.since(earlier.turns, turns, of));
      }
    }
    if (source.kind() == RuntimeKind.VIRTUAL_THREADS
        && values.has(STEAL_COUNT)
        && knowsParks()
        && totals.parks() >= 0) {
      addNoops(metrics, earlier, totals);
    }
  }

  private boolean knowsParks() {
    return source.kind() != RuntimeKind.VIRTUAL_THREADS || source.mayStopThreads();
  }

  private void addNoops(
      RuntimeMetrics.Builder metrics, RuntimeReading earlier, WorkerTotals totals) {
    long parks = totals.parks();
    long steals = since(earlier, STEAL_COUNT);
    long noops = Counts.noops(parks, steals, totals.workers());
    metrics.set(NOOP_COUNT_AT_LEAST, noops);
    if (source.knowsPolls()) {
      metrics.setFraction(
          POLLS_PER_PARK, parks == noops ? 0 : (double) totals.polls() / (parks - noops));
    }
  }

  /** The workers with what they did since an earlier reading; places come, and never go. */
  private List<Counts> workersSince(RuntimeReading earlier) {
    List<Counts> since = new ArrayList<>(workers.size());
    int before = 0;
    for (Counts counts : workers) {
      boolean known =
          before < earlier.workers.size() && earlier.workers.get(before).index() == counts.index();
      since.add(known ? counts.since(earlier.workers.get(before++)) : counts);
    }
    return since;
  }
}
