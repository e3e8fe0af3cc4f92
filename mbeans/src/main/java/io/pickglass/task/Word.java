package io.pickglass.task;

/**
 * The two words of a task. The first holds its phase, the number of its latest poll modulo 8, and
 * since when, in nanoseconds after the task was instrumented; the second, in the same form, how its
 * latest idle period ended.
 */
final class Word {
  /** Instrumented, never polled; also the initial value, 0. */
  static final int UNPOLLED = 0;

  /** In a poll. */
  static final int RUNNING = 1;

  /** In a poll, and a wake has arrived in it: it is ready when the poll ends. */
  static final int RUNNING_WOKEN = 2;

  /** The latest poll has left it waiting; the second word tells of a wake since. */
  static final int IDLE = 3;

  /** The latest poll has left it ready for the next. */
  static final int READY = 4;

  /** Over. */
  static final int ENDED = 5;

  /** In the second word: a wake has ended the idle period after that poll, then. */
  static final int WOKEN = 6;

  /** In the second word: no wake has ended it, and none will; it was none at all. */
  static final int NOT_WOKEN = 7;

  // 58 bits of nanoseconds: stamps stop 9.1 years after the task was instrumented.
  static final long MAX_OFFSET = (1L << 58) - 1;

  private Word() {}

  static long of(int phase, int poll, long offset) {
    return offset << 6 | (long) (poll & 7) << 3 | phase;
  }

  static int phase(long word) {
    return (int) word & 7;
  }

  static int poll(long word) {
    return (int) (word >>> 3) & 7;
  }

  static long offset(long word) {
    return word >>> 6;
  }

  static boolean isRunning(long word) {
    int phase = phase(word);
    return phase == RUNNING || phase == RUNNING_WOKEN;
  }

  /** Whether a word read later still stands for the poll that began with {@code poll}. */
  static boolean isSamePoll(long poll, long word) {
    return word == poll || word == (poll ^ RUNNING ^ RUNNING_WOKEN);
  }
}
