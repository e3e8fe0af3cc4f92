package io.pickglass.model;

import io.pickglass.catalog.RuntimeMetric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One value for every {@link RuntimeMetric}, of one interval or since the start. Immutable; equal
 * when all values are.
 *
 * <p>A metric that this runtime cannot know is {@linkplain #has absent}, and reads -1.
 */
public final class RuntimeMetrics implements Metrics<RuntimeMetric> {
  private static final RuntimeMetric[] METRICS = RuntimeMetric.values();
  private static final long ABSENT_FRACTION = Double.doubleToRawLongBits(ABSENT);

  private static final long[] NOTHING =
      Arrays.stream(METRICS).mapToLong(RuntimeMetrics::absentBits).toArray();

  // By ordinal; a fraction is kept as the bits of its double.
  private final long[] bits;

  private RuntimeMetrics(long[] bits) {
    this.bits = bits;
  }

  @Override
  public boolean has(RuntimeMetric metric) {
    return bits[metric.ordinal()] != NOTHING[metric.ordinal()];
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
    return bits[metric.ordinal()];
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
    return Double.longBitsToDouble(bits[metric.ordinal()]);
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
    return other instanceof RuntimeMetrics that && Arrays.equals(bits, that.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
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

    /** The metrics. */
    public RuntimeMetrics build() {
      return new RuntimeMetrics(bits.clone());
    }
  }
}
