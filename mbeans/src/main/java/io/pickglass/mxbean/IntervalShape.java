package io.pickglass.mxbean;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Metric;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * What the composites of all intervals have in common: whose they are, which number they have, when
 * they began, how long they are; then an item for each metric of a table of the catalog.
 *
 * @param nameItem the item with the name of the monitor or runtime
 */
record IntervalShape(String nameItem) {
  static final String SEQUENCE = "sequence";
  static final String START = "start";
  static final String ELAPSED = "elapsedNanos";

  /** The four leading items and the metrics. */
  <M extends Metric> Map<String, @Nullable Object> items(Interval<M> interval) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    items.put(nameItem, interval.name());
    items.put(SEQUENCE, interval.sequence());
    items.put(START, interval.start().toString());
    items.put(ELAPSED, interval.elapsedNanos());
    interval.metrics().asMap().forEach((metric, value) -> items.put(metric.metricName(), value));
    return items;
  }

  /** The type of these items, of which each can be added to. */
  Types types(Metric[] metrics) {
    Types types = new Types();
    types.add(nameItem, "the " + nameItem + "'s name", SimpleType.STRING);
    types.add(
        SEQUENCE,
        "the number of the tick that ended the interval, the same for all",
        SimpleType.LONG);
    types.add(START, "when the interval began, as an ISO 8601 instant", SimpleType.STRING);
    types.add(ELAPSED, "how long the interval was, in nanoseconds", SimpleType.LONG);
    for (Metric metric : metrics) {
      types.add(
          metric.metricName(),
          metric.help(),
          metric.unit().isFraction() ? SimpleType.DOUBLE : SimpleType.LONG);
    }
    return types;
  }

  /** A composite type that is being made. */
  static final class Types {
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<OpenType<?>> types = new ArrayList<>();

    void add(String name, String text, OpenType<?> type) {
      names.add(name);
      texts.add(text);
      types.add(type);
    }

    /** An item for each histogram. */
    void addHistograms(Distributed[] distributions) {
      for (Distributed of : distributions) {
        add(
            histogram(of),
            "how many of the " + of.plural() + ", first the index of a bucket, then counts",
            ArrayType.getPrimitiveArrayType(long[].class));
      }
    }

    CompositeType build(String name, String text) {
      try {
        return new CompositeType(
            name,
            text,
            names.toArray(String[]::new),
            texts.toArray(String[]::new),
            types.toArray(OpenType<?>[]::new));
      } catch (OpenDataException e) {
        throw new IllegalStateException("the metrics do not make a composite type", e);
      }
    }
  }

  static CompositeData composite(CompositeType type, Map<String, @Nullable Object> items) {
    try {
      return new CompositeDataSupport(type, items);
    } catch (OpenDataException e) {
      throw new IllegalStateException("the composite does not fit its own type", e);
    }
  }

  static Map<String, @Nullable Object> itemsOf(CompositeData data) {
    Map<String, @Nullable Object> items = new HashMap<>();
    for (String item : data.getCompositeType().keySet()) {
      items.put(item, data.get(item));
    }
    return items;
  }

  /** Shows each of the metrics that is a number there. */
  static <M extends Metric> void read(
      Map<String, ? extends @Nullable Object> items, M[] metrics, BiConsumer<M, Number> reader) {
    for (M metric : metrics) {
      if (items.get(metric.metricName()) instanceof Number value) {
        reader.accept(metric, value);
      }
    }
  }

  /** The item of a histogram. */
  static String histogram(Distributed of) {
    return of.metricName() + "Histogram";
  }

  /** Puts an array for each histogram; null for those that are not known. */
  static <D extends Distributed> void putHistograms(
      Map<String, @Nullable Object> items, D[] distributions, Function<D, Optional<Histogram>> of) {
    for (D distribution : distributions) {
      items.put(
          histogram(distribution), of.apply(distribution).map(Histogram::toArray).orElse(null));
    }
  }

  /** The histogram in these items; null if there is none, or what is there is none. */
  static @Nullable Histogram histogram(
      Map<String, ? extends @Nullable Object> items, Distributed of) {
    return numbers(items.get(histogram(of))).flatMap(Histogram::fromArray).orElse(null);
  }

  /** An array of JMX or of JSON; empty if it is no array of numbers. */
  private static Optional<long[]> numbers(@Nullable Object value) {
    if (value instanceof long[] array) {
      return Optional.of(array);
    }
    if (value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      return Optional.of(
          list.stream().mapToLong(number -> ((Number) number).longValue()).toArray());
    }
    return Optional.empty();
  }

  String name(Map<String, ? extends @Nullable Object> items) {
    return item(items, nameItem, String.class);
  }

  static long sequence(Map<String, ? extends @Nullable Object> items) {
    return item(items, SEQUENCE, Number.class).longValue();
  }

  static Instant start(Map<String, ? extends @Nullable Object> items) {
    return Instant.parse(item(items, START, String.class));
  }

  static long elapsedNanos(Map<String, ? extends @Nullable Object> items) {
    return item(items, ELAPSED, Number.class).longValue();
  }

  private static <T> T item(
      Map<String, ? extends @Nullable Object> items, String name, Class<T> type) {
    Object value = items.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("an interval needs \"" + name + "\", found " + value);
    }
    return type.cast(value);
  }
}
