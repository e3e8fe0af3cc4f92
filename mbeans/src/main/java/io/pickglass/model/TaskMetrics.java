package io.pickglass.model;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.Readings;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One value for every {@link TaskMetric} and one histogram for every {@link Distribution}, of one
 * interval or since the start. Immutable; equal when all of them are equal.
 *
 * <p>A metric that could not be known is {@linkplain #has absent}; its value then reads -1.
 */
public final class TaskMetrics {
  /** What an absent metric reads. */
  public static final long ABSENT = -1;

  private static final TaskMetric[] METRICS = TaskMetric.values();
  private static final long ABSENT_RATIO = Double.doubleToRawLongBits(ABSENT);

  // By ordinal; a ratio is kept as the bits of its double, so that one array compares everything.
  private final long[] bits;
  private final @Nullable Histogram[] histograms;

  private TaskMetrics(long[] bits, @Nullable Histogram[] histograms) {
    this.bits = bits;
    this.histograms = histograms;
  }

  /**
   * Metrics of which all that are not in {@code values} are zero; the derived ones are computed,
   * histograms are empty.
   */
  public static TaskMetrics of(Map<TaskMetric, ? extends Number> values) {
    Builder builder = new Builder();
    values.forEach((metric, value) -> {
      if (metric.unit() == Unit.RATIO) {
        builder.setRatio(metric, value.doubleValue());
      } else {
        builder.set(metric, value.longValue());
      }
    });
    return builder.build();
  }

  /** Whether the metric could be known. */
  public boolean has(TaskMetric metric) {
    return bits[metric.ordinal()] != absentBits(metric);
  }

  /**
   * The value of a count or of nanoseconds, -1 where absent.
   *
   * @throws IllegalArgumentException for a ratio
   */
  public long get(TaskMetric metric) {
    if (metric.unit() == Unit.RATIO) {
      throw new IllegalArgumentException(metric.metricName() + " is a ratio: ask ratio() for it");
    }
    return bits[metric.ordinal()];
  }

  /**
   * The value of a ratio, from 0 to 1, or -1 where absent.
   *
   * @throws IllegalArgumentException for a count or nanoseconds
   */
  public double ratio(TaskMetric metric) {
    if (metric.unit() != Unit.RATIO) {
      throw new IllegalArgumentException(metric.metricName() + " is no ratio: ask get() for it");
    }
    return Double.longBitsToDouble(bits[metric.ordinal()]);
  }

  /** The histogram of polls, delays or idle periods; nothing where it could not be known. */
  public Optional<Histogram> histogram(Distribution of) {
    return Optional.ofNullable(histograms[of.ordinal()]);
  }

  /** The same, without the metrics that need what could not be seen. */
  public TaskMetrics without(Needs unseen) {
    long[] seen = bits.clone();
    for (TaskMetric metric : METRICS) {
      if (metric.needs() == unseen) {
        seen[metric.ordinal()] = absentBits(metric);
      }
    }
    // All of them are of polls, or of what is between two.
    return new TaskMetrics(
        seen, unseen == Needs.POLLS ? new Histogram[Distribution.COUNT] : histograms);
  }

  /** The value as a {@link Long}, or as a {@link Double} for a ratio. */
  public Number number(TaskMetric metric) {
    if (metric.unit() == Unit.RATIO) {
      return ratio(metric);
    }
    return get(metric);
  }

  /** All values by metric, in the order of the catalog. */
  public Map<TaskMetric, Number> asMap() {
    Map<TaskMetric, Number> map = new EnumMap<>(TaskMetric.class);
    for (TaskMetric metric : METRICS) {
      map.put(metric, number(metric));
    }
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskMetrics that
        && Arrays.equals(bits, that.bits)
        && Arrays.equals(histograms, that.histograms);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bits) + Arrays.hashCode(histograms);
  }

  /** The metrics that are not zero. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "TaskMetrics{", "}");
    for (TaskMetric metric : METRICS) {
      if (bits[metric.ordinal()] != 0) {
        text.add(metric.metricName() + "=" + number(metric));
      }
    }
    return text.toString();
  }

  private static long absentBits(TaskMetric metric) {
    return metric.unit() == Unit.RATIO ? ABSENT_RATIO : ABSENT;
  }

  /** Collects the values that are not computed from others. Used by one thread, once. */
  public static final class Builder {
    private final long[] bits = new long[METRICS.length];
    private final boolean[] given = new boolean[METRICS.length];
    private final @Nullable Histogram[] histograms = new Histogram[Distribution.COUNT];

    /** A builder of metrics that are all 0, with histograms that are empty. */
    public Builder() {
      Arrays.fill(histograms, Histogram.EMPTY);
    }

    /** Sets a count or nanoseconds. */
    public Builder set(TaskMetric metric, long value) {
      bits[metric.ordinal()] = value;
      given[metric.ordinal()] = true;
      return this;
    }

    /** Sets a ratio. */
    public Builder setRatio(TaskMetric metric, double value) {
      return set(metric, Double.doubleToRawLongBits(value));
    }

    /** Sets a histogram, from which the percentiles follow; null says that it cannot be known. */
    public Builder histogram(Distribution of, @Nullable Histogram histogram) {
      histograms[of.ordinal()] = histogram;
      return this;
    }

    /** Says that the metric cannot be known. */
    public Builder absent(TaskMetric metric) {
      return set(metric, absentBits(metric));
    }

    /** The metrics; derived ones that were not set are computed, others that were not set are 0. */
    public TaskMetrics build() {
      Given readings = new Given(bits, histograms);
      for (TaskMetric metric : METRICS) {
        int i = metric.ordinal();
        if (metric.kind() == Kind.DERIVED && !given[i]) {
          metric.formula().ifPresent(formula -> bits[i] = formula.bitsOf(readings));
        }
      }
      return new TaskMetrics(bits.clone(), histograms.clone());
    }

    private record Given(long[] bits, @Nullable Histogram[] histograms) implements Readings {
      @Override
      public long at(TaskMetric metric) {
        return bits[metric.ordinal()];
      }

      @Override
      public long quantile(Distribution of, double share) {
        Histogram histogram = histograms[of.ordinal()];
        if (histogram == null) {
          return ABSENT;
        }
        // The middle of the bucket of the maximum may lie above it; nobody was longer than that.
        long quantile = histogram.quantile(share);
        long maximum = at(of.maximum());
        boolean same = maximum >= 0 && Buckets.indexOf(maximum) == Buckets.indexOf(quantile);
        return same ? Math.min(quantile, maximum) : quantile;
      }
    }
  }
}
