package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import java.util.EnumMap;
import java.util.Map;

/** Where each number stands in the array of a {@link Cell}. */
final class Slot {
  /** Room before the first slot, against the neighbour on the heap; as much follows the last. */
  static final int PADDING = 8;

  static final int INSTRUMENTED = PADDING;
  static final int ENDED = INSTRUMENTED + 1;
  static final int FAILED = ENDED + 1;
  static final int CANCELLED = FAILED + 1;
  static final int LIFETIME_NANOS = CANCELLED + 1;
  static final int FIRST_POLLS = LIFETIME_NANOS + 1;
  static final int FIRST_POLL_DELAY_NANOS = FIRST_POLLS + 1;
  static final int FAST_POLLS = FIRST_POLL_DELAY_NANOS + 1;
  static final int FAST_POLL_NANOS = FAST_POLLS + 1;
  static final int SLOW_POLLS = FAST_POLL_NANOS + 1;
  static final int SLOW_POLL_NANOS = SLOW_POLLS + 1;
  static final int SHORT_DELAYS = SLOW_POLL_NANOS + 1;
  static final int SHORT_DELAY_NANOS = SHORT_DELAYS + 1;
  static final int LONG_DELAYS = SHORT_DELAY_NANOS + 1;
  static final int LONG_DELAY_NANOS = LONG_DELAYS + 1;
  static final int IDLES = LONG_DELAY_NANOS + 1;
  static final int IDLE_NANOS = IDLES + 1;
  static final int SELF_WAKES = IDLE_NANOS + 1;

  // How many tasks are in a state now, and the sum of their stamps: each that enters subtracts the
  // time, each that leaves adds it, so that sum + count × now is the time spent in the state up to
  // now, periods in progress included. All arithmetic wraps, and so differences stay right.
  static final int RUNNING = SELF_WAKES + 1;
  static final int RUNNING_STAMPS = RUNNING + 1;
  static final int SCHEDULED = RUNNING_STAMPS + 1;
  static final int SCHEDULED_STAMPS = SCHEDULED + 1;
  static final int IDLE = SCHEDULED_STAMPS + 1;
  static final int IDLE_STAMPS = IDLE + 1;

  // Maxima: of the epoch in EPOCH, of the one in PREVIOUS_EPOCH, and of all before.
  static final int EPOCH = IDLE_STAMPS + 1;
  static final int MAX = EPOCH + 1;
  static final int PREVIOUS_EPOCH = MAX + Distribution.COUNT;
  static final int PREVIOUS_MAX = PREVIOUS_EPOCH + 1;
  static final int OLDER_MAX = PREVIOUS_MAX + Distribution.COUNT;
  static final int END = OLDER_MAX + Distribution.COUNT;

  /** The slots that are added up over the cells. */
  static final int SUMS_END = EPOCH;

  /** Every counter of the catalog, and the slots of which it is the sum. */
  static final Map<TaskMetric, int[]> OF_METRIC = new EnumMap<>(TaskMetric.class);

  static {
    put(TaskMetric.INSTRUMENTED_COUNT, INSTRUMENTED);
    put(TaskMetric.ENDED_COUNT, ENDED);
    put(TaskMetric.FAILED_COUNT, FAILED);
    put(TaskMetric.CANCELLED_COUNT, CANCELLED);
    put(TaskMetric.LIFETIME_NANOS, LIFETIME_NANOS);
    put(TaskMetric.FIRST_POLL_COUNT, FIRST_POLLS);
    put(TaskMetric.FIRST_POLL_DELAY_NANOS, FIRST_POLL_DELAY_NANOS);
    put(TaskMetric.POLL_COUNT, FAST_POLLS, SLOW_POLLS);
    put(TaskMetric.POLL_NANOS, FAST_POLL_NANOS, SLOW_POLL_NANOS);
    put(TaskMetric.FAST_POLL_COUNT, FAST_POLLS);
    put(TaskMetric.FAST_POLL_NANOS, FAST_POLL_NANOS);
    put(TaskMetric.SLOW_POLL_COUNT, SLOW_POLLS);
    put(TaskMetric.SLOW_POLL_NANOS, SLOW_POLL_NANOS);
    put(TaskMetric.SCHEDULED_COUNT, SHORT_DELAYS, LONG_DELAYS);
    put(TaskMetric.SCHEDULED_NANOS, SHORT_DELAY_NANOS, LONG_DELAY_NANOS);
    put(TaskMetric.SHORT_DELAY_COUNT, SHORT_DELAYS);
    put(TaskMetric.SHORT_DELAY_NANOS, SHORT_DELAY_NANOS);
    put(TaskMetric.LONG_DELAY_COUNT, LONG_DELAYS);
    put(TaskMetric.LONG_DELAY_NANOS, LONG_DELAY_NANOS);
    put(TaskMetric.IDLE_COUNT, IDLES);
    put(TaskMetric.IDLE_NANOS, IDLE_NANOS);
    put(TaskMetric.SELF_WAKE_COUNT, SELF_WAKES);
  }

  private Slot() {}

  private static void put(TaskMetric metric, int... slots) {
    OF_METRIC.put(metric, slots);
  }
}
