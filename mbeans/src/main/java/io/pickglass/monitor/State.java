package io.pickglass.monitor;

/**
 * What a task does, as the sum of the events that lead there, without those that lead away. So an
 * event is written once, although one state ends with it and another begins.
 */
enum State {
  /** A poll is open. */
  RUNNING(
      new int[] {Slot.FIRST_POLLS, Slot.SHORT_DELAYS, Slot.LONG_DELAYS},
      new int[] {Slot.READY_AFTER, Slot.IDLE_AFTER, Slot.OVER_AFTER},
      new int[] {Slot.POLL_STARTS},
      new int[] {Slot.READY_AFTER + 1, Slot.IDLE_AFTER + 1, Slot.OVER_AFTER + 1}),

  /** Ready, and not yet polled. */
  SCHEDULED(
      new int[] {Slot.INSTRUMENTED, Slot.READY_AFTER, Slot.IDLES, Slot.WERE_READY},
      new int[] {Slot.FIRST_POLLS, Slot.SHORT_DELAYS, Slot.LONG_DELAYS, Slot.ENDED_SCHEDULED},
      new int[] {Slot.INSTRUMENTED + 1, Slot.READY_AFTER + 1, Slot.IDLES + 1, Slot.WERE_READY + 1},
      new int[] {Slot.POLL_STARTS, Slot.ENDED_SCHEDULED + 1}),

  /** Waiting. */
  IDLE(
      new int[] {Slot.IDLE_AFTER},
      new int[] {Slot.IDLES, Slot.WERE_READY, Slot.ENDED_IDLE},
      new int[] {Slot.IDLE_AFTER + 1},
      new int[] {Slot.IDLES + 1, Slot.WERE_READY + 1, Slot.ENDED_IDLE + 1});

  static final State[] ALL = values();
  static final int COUNT = ALL.length;

  private final int[] entries;
  private final int[] exits;
  private final int[] entryStamps;
  private final int[] exitStamps;

  State(int[] entries, int[] exits, int[] entryStamps, int[] exitStamps) {
    this.entries = entries;
    this.exits = exits;
    this.entryStamps = entryStamps;
    this.exitStamps = exitStamps;
  }

  /** How many tasks are in it, by those sums of slots. */
  long count(long[] sums) {
    return sum(sums, entries) - sum(sums, exits);
  }

  /**
   * How long tasks have been in it up to {@code at}, those that still are included: to leave adds
   * the instant, to enter takes it away. All of it wraps, and so differences stay right.
   */
  long nanos(long[] sums, long at) {
    return sum(sums, exitStamps) - sum(sums, entryStamps) + count(sums) * at;
  }

  private static long sum(long[] sums, int[] slots) {
    long sum = 0;
    for (int slot : slots) {
      sum += sums[slot];
    }
    return sum;
  }
}
