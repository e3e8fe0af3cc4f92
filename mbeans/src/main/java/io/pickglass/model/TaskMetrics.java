package io.pickglass.model;

import io.pickglass.catalog.Distribution;
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
public final class TaskMetrics implements Metrics<TaskMetric> {
  private static final TaskMetric[] METRICS = TaskMetric.values();
  private static final long ABSENT_RATIO = Double.doubleToRawLongBits(ABSENT);

  // The metrics that have a formula follow from the others and from the histograms. They are
  // computed when they are asked for, which most of 120 kept intervals never are.
  private static final int[] PLACE = new int[METRICS.length];
  private static final int COMPUTED;

  static {
    int kept = 0;
    int computed = 0;
    for (TaskMetric metric : METRICS) {
      PLACE[metric.ordinal()] = metric.formula().isEmpty() ? kept++ : -1 - computed++;
    }
    COMPUTED = computed;
  }

  // By place; a ratio is kept as the bits of its double, so that one array has room for everything.
  private final long[] kept;

  // By place, below zero; null if all of them follow from the others.
  private final long @Nullable [] given;
  private final @Nullable Histogram[] histograms;

  private TaskMetrics(long[] kept, long @Nullable [] given, @Nullable Histogram[] histograms) {
    this.kept = kept;
    this.given = given;
    this.histograms = histograms;
  }

  private long bits(TaskMetric metric) {
    int place = PLACE[metric.ordinal()];
    if (place >= 0) {
      return kept[place];
    }
    return given != null ? given[-1 - place] : computed(metric);
  }

  private long computed(TaskMetric metric) {
    return metric.formula().orElseThrow().bitsOf(new Own(this));
  }

  private record Own(TaskMetrics metrics) implements Readings {
    @Override
    public long at(TaskMetric metric) {
      return metrics.bits(metric);
    }

    @Override
    public long quantile(Distribution of, double share) {
      Histogram histogram = metrics.histograms[of.ordinal()];
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

  /**
   * The same in a few hundred bytes: 120 intervals of each monitor are kept.
   *
   * @return what {@link #unpacked} reads
   */
  public byte[] packed() {
    Packed packed = new Packed();
    putInto(packed, kept, given);
    for (Histogram histogram : histograms) {
      packed.put(histogram == null ? 0 : 1);
      if (histogram != null) {
        histogram.putInto(packed);
      }
    }
    return packed.bytes();
  }

  private static void putInto(Packed packed, long[] kept, long @Nullable [] given) {
    for (long value : kept) {
      packed.put(value);
    }
    packed.put(given == null ? 0 : given.length);
    if (given != null) {
      for (long value : given) {
        packed.put(value);
      }
    }
  }

  /** The metrics that {@link #packed} has given. */
  public static TaskMetrics unpacked(byte[] bytes) {
    Packed packed = new Packed(bytes);
    long[] kept = unpacked(packed, METRICS.length - COMPUTED);
    int count = (int) packed.get();
    long[] given = count == 0 ? null : unpacked(packed, count);
    @Nullable Histogram[] histograms = new Histogram[Distribution.COUNT];
    for (int i = 0; i < histograms.length; i++) {
      histograms[i] = packed.get() == 0 ? null : Histogram.from(packed);
    }
    return new TaskMetrics(kept, given, histograms);
  }

  private static long[] unpacked(Packed packed, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = packed.get();
    }
    return values;
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

  @Override
  public boolean has(TaskMetric metric) {
    return bits(metric) != absentBits(metric);
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
    return bits(metric);
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
    return Double.longBitsToDouble(bits(metric));
  }

  /** The histogram of polls, delays or idle periods; nothing where it could not be known. */
  public Optional<Histogram> histogram(Distribution of) {
    return Optional.ofNullable(histograms[of.ordinal()]);
  }

  /** The same, without the metrics that need what could not be seen. */
  public TaskMetrics without(Needs unseen) {
    Builder seen = new Builder();
    for (TaskMetric metric : METRICS) {
      if (metric.needs() == unseen) {
        seen.absent(metric);
      } else if (given != null || PLACE[metric.ordinal()] >= 0) {
        seen.set(metric, bits(metric));
      }
    }
    // All of them are of polls, or of what is between two.
    for (Distribution of : Distribution.values()) {
      seen.histogram(of, unseen == Needs.POLLS ? null : histograms[of.ordinal()]);
    }
    return seen.build();
  }

  @Override
  public Number number(TaskMetric metric) {
    if (metric.unit() == Unit.RATIO) {
      return ratio(metric);
    }
    return get(metric);
  }

  @Override
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
        && Arrays.equals(kept, that.kept)
        && Arrays.equals(histograms, that.histograms)
        && (given == null && that.given == null
            || Arrays.stream(METRICS).allMatch(metric -> bits(metric) == that.bits(metric)));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(kept) + Arrays.hashCode(histograms);
  }

  /** The metrics that are not zero. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "TaskMetrics{", "}");
    for (TaskMetric metric : METRICS) {
      if (bits(metric) != 0) {
        text.add(metric.metricName() + "=" + number(metric));
      }
    }
    return text.toString();
  }

  private static long absentBits(TaskMetric metric) {
    return metric.unit() == Unit.RATIO ? ABSENT_RATIO : ABSENT;
  }

  /**
   * Collects the values that are not computed from others. Used by one thread; {@linkplain #clear
   * cleared}, again and again.
   */
  public static final class Builder {
    private final long[] kept = new long[METRICS.length - COMPUTED];
    private final Histogram.Builder[] histograms = new Histogram.Builder[Distribution.COUNT];
    private final boolean[] unknown = new boolean[Distribution.COUNT];
    private final Packed packed = new Packed();

    // The metrics with a formula that were set all the same; null if none was.
    private @Nullable Map<TaskMetric, Long> set;

    /** A builder of metrics that are all 0, with histograms that are empty. */
    public Builder() {
      Arrays.setAll(histograms, _ -> new Histogram.Builder());
    }

    /** As if it were new. */
    public Builder clear() {
      Arrays.fill(kept, 0);
      for (Histogram.Builder histogram : histograms) {
        histogram.clear();
      }
      Arrays.fill(unknown, false);
      set = null;
      return this;
    }

    /** Sets a count or nanoseconds. */
    public Builder set(TaskMetric metric, long value) {
      int place = PLACE[metric.ordinal()];
      if (place >= 0) {
        kept[place] = value;
      } else {
        set = set == null ? new EnumMap<>(TaskMetric.class) : set;
        set.put(metric, value);
      }
      return this;
    }

    /** Sets a ratio. */
    public Builder setRatio(TaskMetric metric, double value) {
      return set(metric, Double.doubleToRawLongBits(value));
    }

    /** Sets a histogram, from which the percentiles follow; null says that it cannot be known. */
    public Builder histogram(Distribution of, @Nullable Histogram histogram) {
      unknown[of.ordinal()] = histogram == null;
      histogram(of).add(histogram == null ? Histogram.EMPTY : histogram);
      return this;
    }

    /** An empty histogram, to be filled. */
    public Histogram.Builder histogram(Distribution of) {
      return histograms[of.ordinal()].clear();
    }

    /** Says that the metric cannot be known. */
    public Builder absent(TaskMetric metric) {
      return set(metric, absentBits(metric));
    }

    /** The metrics; derived ones that were not set are computed, others that were not set are 0. */
    public TaskMetrics build() {
      @Nullable Histogram[] built = new Histogram[histograms.length];
      Arrays.setAll(built, i -> unknown[i] ? null : histograms[i].build());
      TaskMetrics computed = new TaskMetrics(kept.clone(), null, built);
      return set == null ? computed : new TaskMetrics(computed.kept, given(computed, set), built);
    }

    private static long[] given(TaskMetrics computed, Map<TaskMetric, Long> set) {
      long[] given = new long[COMPUTED];
      for (TaskMetric metric : METRICS) {
        int place = PLACE[metric.ordinal()];
        if (place < 0) {
          Long own = set.get(metric);
          given[-1 - place] = own != null ? own : computed.bits(metric);
        }
      }
      return given;
    }

    /** {@link #build} and {@link TaskMetrics#packed} in one; {@code known}, if it is the same. */
    public byte[] packed(byte[] known) {
      packed.clear();
      if (set != null) {
        return build().packed();
      }
      putInto(packed, kept, null);
      for (int i = 0; i < histograms.length; i++) {
        packed.put(unknown[i] ? 0 : 1);
        if (!unknown[i]) {
          histograms[i].putInto(packed);
        }
      }
      return packed.holds(known) ? known : packed.bytes();
    }
  }
}
