package io.pickglass.mxbean;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.model.Histogram;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A count of all values up to a limit, as an attribute of the beans of plain numbers: what
 * Prometheus calls a bucket. For each {@link Distributed} there are thirteen limits and one more
 * without a limit, whose count is that of all values.
 *
 * @param <D> what has histograms: a monitor or a runtime
 * @param of what is counted
 * @param limitNanos values as great as this are counted, greater ones are not; {@link #NO_LIMIT}
 *     counts all
 */
public record BucketAttribute<D extends Distributed>(D of, long limitNanos) {
  /** The limit above all values. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  // A factor of four apart, so that thirteen reach from 1 µs to 17 s. A nanosecond short of a power
  // of two each, for there a bucket of our own ends: the counts are exact.
  private static final long[] LIMITS =
      LongStream.concat(
              IntStream.rangeClosed(5, 17).mapToLong(i -> (1L << (2 * i)) - 1),
              LongStream.of(NO_LIMIT))
          .toArray();

  /** Those of a monitor's beans. */
  public static final All<Distribution> OF_TASKS = new All<>(Distribution.values());

  /** Those of a runtime's beans. */
  public static final All<RuntimeDistribution> OF_RUNTIMES =
      new All<>(RuntimeDistribution.values());

  /** The attributes of one kind of bean. */
  public static final class All<D extends Distributed> {
    private final List<BucketAttribute<D>> all;
    private final Map<String, BucketAttribute<D>> byName = new HashMap<>();

    private All(D[] distributions) {
      all =
          Arrays.stream(distributions)
              .flatMap(
                  of -> Arrays.stream(LIMITS).mapToObj(limit -> new BucketAttribute<>(of, limit)))
              .toList();
      all.forEach(attribute -> byName.put(attribute.name(), attribute));
    }

    /** All of them: by distribution, then from the least limit to none. */
    public List<BucketAttribute<D>> list() {
      return all;
    }

    /** The one of that {@linkplain BucketAttribute#name() name}. */
    public Optional<BucketAttribute<D>> named(String name) {
      return Optional.ofNullable(byName.get(name));
    }
  }

  /** How the names of a distribution's attributes begin: {@code PollCountUpTo}. */
  public static String prefix(Distributed of) {
    String word = of.metricName();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + "CountUpTo";
  }

  /** The name of the JMX attribute: {@code PollCountUpTo0_000001023Seconds}. */
  public String name() {
    // The exporter's rules make the label of it, and can put a point for the line, but not divide.
    return prefix(of)
        + (limitNanos == NO_LIMIT ? "Infinity" : label().replace('.', '_') + "Seconds");
  }

  /** The label {@code le} of the series: seconds, or {@code +Inf}. */
  public String label() {
    return limitNanos == NO_LIMIT ? "+Inf" : BigDecimal.valueOf(limitNanos, 9).toPlainString();
  }

  /** One sentence that says what it is, for people. */
  public String help() {
    return limitNanos == NO_LIMIT
        ? "All %s.".formatted(of.plural())
        : "Of the %s, those of %s seconds or less.".formatted(of.plural(), label());
  }

  /** Its value in a histogram. */
  public long value(Histogram histogram) {
    return histogram.countUpTo(limitNanos);
  }
}
