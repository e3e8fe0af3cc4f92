package io.pickglass.repl.explain;

import static io.pickglass.catalog.RuntimeMetric.BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.CPU_NANOS;
import static io.pickglass.catalog.RuntimeMetric.QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.STARVATION_NANOS;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A runtime over some time, interval by interval: what comes and goes would be lost in a sum.
 *
 * @param name its name
 * @param isScheduler whether it is the JVM's scheduler of virtual threads
 * @param intervals oldest first
 */
public record RuntimeSpan(String name, boolean isScheduler, List<RuntimeInterval> intervals) {
  private static final double OFTEN = 0.1;

  /** The intervals in which a probe was run late. */
  List<RuntimeInterval> starved() {
    return intervals.stream()
        .filter(i -> i.metrics().get(STARVATION_NANOS) >= Limits.STARVED_NANOS)
        .toList();
  }

  /** Whether that is more than once in a while; not of what is known from one interval only. */
  boolean isTaken() {
    int starved = starved().size();
    return starved >= 2 && starved >= OFTEN * intervals.size();
  }

  /** How many threads run virtual threads; 0 of any other runtime. */
  long carriers() {
    return isScheduler ? max(intervals, WORKER_COUNT) : 0;
  }

  long mostQueued() {
    return max(intervals, QUEUE_DEPTH);
  }

  long latest() {
    return max(intervals, STARVATION_NANOS);
  }

  /** Whether the polls on the carriers computed or waited, in a sentence; none of few polls. */
  Optional<String> processor() {
    double busy = sum(intervals, BUSY_NANOS);
    double cpu = sum(intervals, CPU_NANOS);
    if (!isScheduler || busy <= Limits.STARVED_NANOS || cpu < 0) {
      return Optional.empty();
    }
    String share =
        String.format(
            Locale.ROOT, "%.1f s of processor time in %.1f s of polls", cpu / 1e9, busy / 1e9);
    return Optional.of(
        cpu < Limits.COMPUTING * busy
            ? "`%s` used %s: they wait in there more than they compute".formatted(name, share)
            : "`%s` used %s: they compute".formatted(name, share));
  }

  static long max(List<RuntimeInterval> intervals, RuntimeMetric metric) {
    return intervals.stream().mapToLong(i -> i.metrics().get(metric)).max().orElse(-1);
  }

  /** -1 where it is absent. */
  static double sum(List<RuntimeInterval> intervals, RuntimeMetric metric) {
    boolean known =
        !intervals.isEmpty() && intervals.stream().allMatch(i -> i.metrics().has(metric));
    return known ? intervals.stream().mapToDouble(i -> i.metrics().get(metric)).sum() : -1;
  }
}
