package io.pickglass.runtime;

import io.pickglass.catalog.RuntimeMetric;
import java.util.Arrays;

/** What a runtime says of itself as a whole; what it cannot know is not there. One thread's own. */
final class Values {
  private static final RuntimeMetric[] METRICS = RuntimeMetric.values();
  private static final long UNKNOWN = Long.MIN_VALUE;

  // By ordinal: at each tick they are read for each runtime, and most are there.
  private final long[] values = new long[METRICS.length];

  Values() {
    Arrays.fill(values, UNKNOWN);
  }

  void put(RuntimeMetric metric, long value) {
    values[metric.ordinal()] = value;
  }

  boolean has(RuntimeMetric metric) {
    return values[metric.ordinal()] != UNKNOWN;
  }

  long get(RuntimeMetric metric, long otherwise) {
    long value = values[metric.ordinal()];
    return value == UNKNOWN ? otherwise : value;
  }
}
