package io.pickglass.model;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.RuntimeMetric.Percentile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One value for every {@link RuntimeMetric} and one histogram for every {@link
 * RuntimeDistribution}, of one interval or since the start. Immutable; equal when all of them are.
 *
 * <p>A metric that this runtime cannot know is {@linkplain #has absent}, and reads -1.
 */
public final class RuntimeMetrics implements Metrics<RuntimeMetric> {
  private static final RuntimeMetric[] METRICS = RuntimeMetric.values();
  private static final RuntimeMetric[] PERCENTILES =
      Arrays.stream(METRICS)
          .filter(metric -> metric.percentile().isPresent())
          .toArray(RuntimeMetric[]::new);
  private static final long ABSENT_FRACTION = Double.doubleToRawLongBits(ABSENT);

  private static final long[] NOTHING =
      Arrays.stream(METRICS).mapToLong(RuntimeMetrics::absentBits).toArray();

  // By ordinal; a fraction is kept as the bits of its double. Percentiles are not here, if there
  // is their histogram: they are computed when they are asked for.
  private final long[] bits;
  private final @Nullable Histogram[] histograms;

  private RuntimeMetrics(long[] bits, @Nullable Histogram[] histograms) {
    this.bits = bits;
    this.histograms = histograms;
  }

  private long bits(RuntimeMetric metric) {
    Percentile percentile = metric.percentile().orElse(null);
    Histogram histogram = percentile == null ? null : histograms[percentile.of().ordinal()];
    return percentile == null || histogram == null
        ? bits[metric.ordinal()]
        : histogram.quantile(percentile.share());
  }

  @Override
  public boolean has(RuntimeMetric metric) {
    return bits(metric) != NOTHING[metric.ordinal()];
  }

  /** The histogram of polls or of delays; nothing where it could not be known. */
  public Optional<Histogram> histogram(RuntimeDistribution of) {
    return Optional.ofNullable(histograms[of.ordinal()]);
  }

  /**
   * The value of a count, of nanoseconds or bytes, -1 where absent.
   *
   * @throws IllegalArgumentException for a fraction
   */
  public long get(RuntimeMetric metric) {
    if (metric.unit().isFraction()) {
      throw new IllegalArgumentException(
          metric.metricName() + " is a fraction: ask fraction() for it");
    }
    return bits(metric);
  }

  /**
   * The value of a ratio or a mean number, -1 where absent.
   *
   * @throws IllegalArgumentException for any other
   */
  public double fraction(RuntimeMetric metric) {
    if (!metric.unit().isFraction()) {
      throw new IllegalArgumentException(metric.metricName() + " is no fraction: ask get() for it");
    }
    return Double.longBitsToDouble(bits(metric));
  }

  @Override
  public Number number(RuntimeMetric metric) {
    if (metric.unit().isFraction()) {
      return fraction(metric);
    }
    return get(metric);
  }

  @Override
  public Map<RuntimeMetric, Number> asMap() {
    Map<RuntimeMetric, Number> map = new EnumMap<>(RuntimeMetric.class);
    for (RuntimeMetric metric : METRICS) {
      map.put(metric, number(metric));
    }
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuntimeMetrics that
        && Arrays.equals(bits, that.bits)
        && Arrays.equals(histograms, that.histograms);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bits) + Arrays.hashCode(histograms);
  }

  /** The metrics that could be known. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "RuntimeMetrics{", "}");
    for (RuntimeMetric metric : METRICS) {
      if (has(metric)) {
        text.add(metric.metricName() + "=" + number(metric));
      }
    }
    return text.toString();
  }

  private static long absentBits(RuntimeMetric metric) {
    return metric.unit().isFraction() ? ABSENT_FRACTION : ABSENT;
  }

  /** Collects values; what is not given is absent. Used by one thread, once. */
  public static final class Builder {
    // Of metrics that are all absent.
    private final long[] bits = NOTHING.clone();
    private final @Nullable Histogram[] histograms = new Histogram[RuntimeDistribution.COUNT];

    /** Sets a count, nanoseconds or bytes; -1 leaves it absent. */
    public Builder set(RuntimeMetric metric, long value) {
      if (metric.unit().isFraction()) {
        throw new IllegalArgumentException(metric.metricName() + " is a fraction");
      }
      bits[metric.ordinal()] = value;
      return this;
    }

    /** Sets a ratio or a mean number; -1 leaves it absent. */
    public Builder setFraction(RuntimeMetric metric, double value) {
      if (!metric.unit().isFraction()) {
        throw new IllegalArgumentException(metric.metricName() + " is no fraction");
      }
      bits[metric.ordinal()] = Double.doubleToRawLongBits(value);
      return this;
    }

    /** Sets a histogram, from which the percentiles follow; null leaves it absent. */
    public Builder histogram(RuntimeDistribution of, @Nullable Histogram histogram) {
      histograms[of.ordinal()] = histogram;
      return this;
    }

    /** The metrics. */
    public RuntimeMetrics build() {
      long[] kept = bits.clone();
      for (RuntimeMetric metric : PERCENTILES) {
        if (histograms[metric.percentile().orElseThrow().of().ordinal()] != null) {
          kept[metric.ordinal()] = ABSENT;
        }
      }
      return new RuntimeMetrics(kept, histograms.clone());
    }
  }
}
