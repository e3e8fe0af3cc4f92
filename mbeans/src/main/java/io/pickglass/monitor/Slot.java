package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each number stands in the array of a {@link Cell}. An event that leads a task from one
 * {@link State} to another is counted, and in the slot that follows, the instants at which it
 * happened are added up; their sums wrap. {@link #POLL_STARTS} is such a sum alone: what it would
 * count is counted by others.
 */
final class Slot {
  /** Room before the first slot, against the neighbour on the heap; as much follows the last. */
  static final int PADDING = 8;

  /** The {@linkplain Cell#begin version}, beside what is written with it. */
  static final int VERSION = PADDING;

  // What a poll by yield writes, together; then what is written when a task waits.
  static final int FAST_POLLS = VERSION + 1;
  static final int FAST_POLL_NANOS = FAST_POLLS + 1;
  static final int READY_AFTER = FAST_POLL_NANOS + 1;
  static final int POLL_STARTS = READY_AFTER + 2;
  static final int SHORT_DELAYS = POLL_STARTS + 1;
  static final int SHORT_DELAY_NANOS = SHORT_DELAYS + 1;
  static final int SELF_WAKES = SHORT_DELAY_NANOS + 1;
  static final int IDLE_AFTER = SELF_WAKES + 1;
  static final int IDLES = IDLE_AFTER + 2;
  static final int IDLE_NANOS = IDLES + 2;
  static final int LONG_DELAYS = IDLE_NANOS + 1;
  static final int LONG_DELAY_NANOS = LONG_DELAYS + 1;
  static final int SLOW_POLLS = LONG_DELAY_NANOS + 1;
  static final int SLOW_POLL_NANOS = SLOW_POLLS + 1;
  static final int INSTRUMENTED = SLOW_POLL_NANOS + 1;
  static final int FIRST_POLLS = INSTRUMENTED + 2;
  static final int FIRST_POLL_DELAY_NANOS = FIRST_POLLS + 1;
  static final int OVER_AFTER = FIRST_POLL_DELAY_NANOS + 1;
  static final int ENDED = OVER_AFTER + 2;
  static final int LIFETIME_NANOS = ENDED + 1;
  static final int FAILED = LIFETIME_NANOS + 1;
  static final int CANCELLED = FAILED + 1;
  static final int WERE_READY = CANCELLED + 1;
  static final int ENDED_SCHEDULED = WERE_READY + 2;
  static final int ENDED_IDLE = ENDED_SCHEDULED + 2;

  // Maxima: of the epoch in EPOCH, of the one in PREVIOUS_EPOCH, and of all before.
  static final int EPOCH = ENDED_IDLE + 2;
  static final int MAX = EPOCH + 1;
  static final int PREVIOUS_EPOCH = MAX + Distribution.COUNT;
  static final int PREVIOUS_MAX = PREVIOUS_EPOCH + 1;
  static final int OLDER_MAX = PREVIOUS_MAX + Distribution.COUNT;
  static final int END = OLDER_MAX + Distribution.COUNT;

  /** The slots that are added up over the cells: from here, */
  static final int SUMS_START = FAST_POLLS;

  /** and before here. */
  static final int SUMS_END = EPOCH;

  /** Every counter of the catalog, and the slots of which it is the sum. */
  static final Counter[] COUNTERS;

  record Counter(TaskMetric metric, int[] slots) {}

  static {
    List<Counter> all = new ArrayList<>();
    put(all, TaskMetric.INSTRUMENTED_COUNT, INSTRUMENTED);
    put(all, TaskMetric.ENDED_COUNT, ENDED);
    put(all, TaskMetric.FAILED_COUNT, FAILED);
    put(all, TaskMetric.CANCELLED_COUNT, CANCELLED);
    put(all, TaskMetric.LIFETIME_NANOS, LIFETIME_NANOS);
    put(all, TaskMetric.FIRST_POLL_COUNT, FIRST_POLLS);
    put(all, TaskMetric.FIRST_POLL_DELAY_NANOS, FIRST_POLL_DELAY_NANOS);
    put(all, TaskMetric.POLL_COUNT, FAST_POLLS, SLOW_POLLS);
    put(all, TaskMetric.POLL_NANOS, FAST_POLL_NANOS, SLOW_POLL_NANOS);
    put(all, TaskMetric.FAST_POLL_COUNT, FAST_POLLS);
    put(all, TaskMetric.FAST_POLL_NANOS, FAST_POLL_NANOS);
    put(all, TaskMetric.SLOW_POLL_COUNT, SLOW_POLLS);
    put(all, TaskMetric.SLOW_POLL_NANOS, SLOW_POLL_NANOS);
    put(all, TaskMetric.SCHEDULED_COUNT, SHORT_DELAYS, LONG_DELAYS);
    put(all, TaskMetric.SCHEDULED_NANOS, SHORT_DELAY_NANOS, LONG_DELAY_NANOS);
    put(all, TaskMetric.SHORT_DELAY_COUNT, SHORT_DELAYS);
    put(all, TaskMetric.SHORT_DELAY_NANOS, SHORT_DELAY_NANOS);
    put(all, TaskMetric.LONG_DELAY_COUNT, LONG_DELAYS);
    put(all, TaskMetric.LONG_DELAY_NANOS, LONG_DELAY_NANOS);
    put(all, TaskMetric.IDLE_COUNT, IDLES);
    put(all, TaskMetric.IDLE_NANOS, IDLE_NANOS);
    put(all, TaskMetric.SELF_WAKE_COUNT, SELF_WAKES);
    COUNTERS = all.toArray(new Counter[0]);
  }

  private Slot() {}

  private static void put(List<Counter> all, TaskMetric metric, int... slots) {
    all.add(new Counter(metric, slots));
  }
}
