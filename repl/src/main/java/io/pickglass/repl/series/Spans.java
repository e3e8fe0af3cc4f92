package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds intervals of one monitor or runtime up to a longer one.
 *
 * <p>Counters are added, maxima are the greatest, gauges are those of the last interval, means and
 * ratios are computed anew from the sums. What is absent in one interval is absent in the sum.
 */
public final class Spans {
  private Spans() {}

  /**
   * The intervals as one: it starts with the first and has the sequence number of the last.
   *
   * @param intervals of one subject, oldest first, at least one
   */
  public static Interval<?> merge(List<? extends Interval<?>> intervals) {
    Interval<?> first = intervals.getFirst();
    if (intervals.size() == 1) {
      return first;
    }
    return switch (first) {
      case TaskInterval _ ->
          TaskSpans.merge(intervals.stream().map(TaskInterval.class::cast).toList());
      case RuntimeInterval _ ->
          RuntimeSpans.merge(intervals.stream().map(RuntimeInterval.class::cast).toList());
    };
  }

  static boolean isKnown(Metric metric, List<? extends Interval<?>> intervals) {
    return intervals.stream().allMatch(i -> Numbers.has(i, metric));
  }

  /** Of all what is not a fraction. */
  static long merged(Metric metric, List<? extends Interval<?>> intervals) {
    if (metric.addsUp()) {
      return sum(metric, intervals);
    }
    return switch (metric.kind()) {
      case MAXIMUM ->
          intervals.stream().mapToLong(i -> Numbers.of(i, metric).longValue()).max().orElse(0);
      case COUNTER, GAUGE, DERIVED -> Numbers.of(intervals.getLast(), metric).longValue();
    };
  }

  static long sum(Metric metric, List<? extends Interval<?>> intervals) {
    return intervals.stream().mapToLong(i -> Numbers.of(i, metric).longValue()).sum();
  }

  static long elapsedNanos(List<? extends Interval<?>> intervals) {
    return intervals.stream().mapToLong(Interval::elapsedNanos).sum();
  }

  /** The values of all intervals; null if those of one are not known. */
  static <I extends Interval<?>> @Nullable Histogram histogram(
      List<I> intervals, Function<I, Optional<Histogram>> of) {
    Histogram sum = Histogram.EMPTY;
    for (I interval : intervals) {
      Optional<Histogram> part = of.apply(interval);
      if (part.isEmpty()) {
        return null;
      }
      sum = sum.plus(part.get());
    }
    return sum;
  }

  /** The mean of a share, in which each interval has the weight of that many nanoseconds. */
  static <I extends Interval<?>> double share(
      Metric metric, List<I> intervals, ToDoubleFunction<I> weight) {
    double part = 0;
    double whole = 0;
    for (I interval : intervals) {
      double nanos = weight.applyAsDouble(interval);
      part += nanos * Numbers.of(interval, metric).doubleValue();
      whole += nanos;
    }
    return whole == 0 ? 0 : part / whole;
  }
}
