package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.ALLOCATED_BYTES;
import static io.pickglass.catalog.RuntimeMetric.BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.BUSY_RATIO;
import static io.pickglass.catalog.RuntimeMetric.CPU_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.NOOP_COUNT_AT_LEAST;
import static io.pickglass.catalog.RuntimeMetric.PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.POLLS_PER_PARK;
import static io.pickglass.catalog.RuntimeMetric.POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.STARVATION_NANOS;
import static io.pickglass.catalog.RuntimeMetric.STEAL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.runtime.Seat.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * All numbers of a runtime at an instant.
 *
 * @param at when, by the monotonic clock
 * @param source whose they are
 * @param values gauges, and counters since the start, of the runtime as a whole
 * @param workers counters of each place, since the runtime is watched
 */
record RuntimeReading(
    long at, RuntimeSource source, Map<RuntimeMetric, Long> values, List<Counts> workers) {

  /**
   * The numbers of the time between an earlier reading and this one.
   *
   * @param starvationNanos the greatest lateness of the probe in that time; -1 without a probe
   */
  RuntimeMetrics since(RuntimeReading earlier, long starvationNanos) {
    RuntimeMetrics.Builder metrics = new RuntimeMetrics.Builder();
    values.forEach((metric, value) -> metrics.set(metric, since(earlier, metric, value)));
    if (source.knowsWorkers()) {
      addWorkers(metrics, earlier);
    }
    return metrics.set(STARVATION_NANOS, starvationNanos).build();
  }

  private static long since(RuntimeReading earlier, RuntimeMetric metric, long value) {
    // What was not known before begins now.
    return metric.kind() == Kind.COUNTER
        ? value - earlier.values.getOrDefault(metric, value)
        : value;
  }

  private void addWorkers(RuntimeMetrics.Builder metrics, RuntimeReading earlier) {
    List<Counts> all = workersSince(earlier);
    List<Counts> some = asManyAsThereAreToBe(all);
    metrics.set(PARK_COUNT, sum(all, Counts::parks));
    metrics.set(MAX_WORKER_PARK_COUNT, max(some, Counts::parks));
    metrics.set(MIN_WORKER_PARK_COUNT, min(some, Counts::parks));
    metrics.set(CPU_NANOS, sumOrAbsent(all, Counts::cpuNanos));
    metrics.set(ALLOCATED_BYTES, sumOrAbsent(all, Counts::allocatedBytes));
    if (source.knowsPolls()) {
      addPolls(metrics, all, some, at - earlier.at);
    }
    if (source.kind() == RuntimeKind.VIRTUAL_THREADS && values.containsKey(STEAL_COUNT)) {
      addNoops(metrics, earlier, all, some.size());
    }
  }

  private void addPolls(
      RuntimeMetrics.Builder metrics, List<Counts> all, List<Counts> some, long elapsed) {
    long polls = sum(all, Counts::polls);
    long busy = sum(all, Counts::busyNanos);
    metrics.set(POLL_COUNT, polls);
    metrics.set(MAX_WORKER_POLL_COUNT, max(some, Counts::polls));
    metrics.set(MIN_WORKER_POLL_COUNT, min(some, Counts::polls));
    metrics.set(BUSY_NANOS, busy);
    metrics.set(MAX_WORKER_BUSY_NANOS, max(some, Counts::busyNanos));
    metrics.set(MIN_WORKER_BUSY_NANOS, min(some, Counts::busyNanos));
    metrics.set(MEAN_POLL_NANOS, polls == 0 ? 0 : busy / polls);
    List<Counts> polling = some.stream().filter(counts -> counts.polls() > 0).toList();
    metrics.set(MAX_WORKER_MEAN_POLL_NANOS, max(polling, RuntimeReading::meanPollNanos));
    metrics.set(MIN_WORKER_MEAN_POLL_NANOS, min(polling, RuntimeReading::meanPollNanos));
    // The workers are read one after the other, so a sum may be some nanoseconds above the whole.
    double time = (double) elapsed * some.size();
    metrics.setFraction(BUSY_RATIO, time <= 0 ? 0 : Math.min(1, busy / time));
  }

  private static long meanPollNanos(Counts counts) {
    return counts.busyNanos() / counts.polls();
  }

  private void addNoops(
      RuntimeMetrics.Builder metrics, RuntimeReading earlier, List<Counts> all, int workers) {
    long parks = sum(all, Counts::parks);
    long steals = since(earlier, STEAL_COUNT, values.getOrDefault(STEAL_COUNT, 0L));
    long noops = Counts.noops(parks, steals, workers);
    metrics.set(NOOP_COUNT_AT_LEAST, noops);
    if (source.knowsPolls()) {
      metrics.setFraction(
          POLLS_PER_PARK, parks == noops ? 0 : (double) sum(all, Counts::polls) / (parks - noops));
    }
  }

  /** The workers with what they did since an earlier reading. */
  private List<Counts> workersSince(RuntimeReading earlier) {
    Map<Integer, Counts> before = new HashMap<>();
    earlier.workers.forEach(counts -> before.put(counts.index(), counts));
    List<Counts> since = new ArrayList<>();
    for (Counts counts : workers) {
      Counts known = before.get(counts.index());
      since.add(known == null ? counts : counts.since(known));
    }
    return since;
  }

  /**
   * The places of those workers that there are, and, if there are not as many as there are to be,
   * of some that have gone or never came, these having done nothing.
   */
  private List<Counts> asManyAsThereAreToBe(List<Counts> all) {
    List<Counts> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Counts::taken).reversed());
    long taken = sorted.stream().filter(Counts::taken).count();
    int wanted = (int) Math.max(taken, values.getOrDefault(WORKER_COUNT, 0L));
    for (int i = sorted.size(); i < wanted; i++) {
      sorted.add(new Counts(-1, false, 0, 0, 0, 0, 0));
    }
    return sorted.subList(0, wanted);
  }

  private static long sum(List<Counts> workers, ToLongFunction<Counts> of) {
    return workers.stream().mapToLong(of).sum();
  }

  private static long sumOrAbsent(List<Counts> workers, ToLongFunction<Counts> of) {
    return workers.stream().mapToLong(of).anyMatch(value -> value < 0)
        ? RuntimeMetrics.ABSENT
        : sum(workers, of);
  }

  private static long max(List<Counts> workers, ToLongFunction<Counts> of) {
    return workers.stream().mapToLong(of).max().orElse(0);
  }

  private static long min(List<Counts> workers, ToLongFunction<Counts> of) {
    return workers.stream().mapToLong(of).min().orElse(0);
  }
}
