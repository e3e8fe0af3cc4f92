package io.pickglass.jdk;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at a thread that waits, now. Apart from {@link WaitingThreads}, because whoever wakes a
 * task asks: the application's threads must not wait until all that is found by name.
 */
public final class Looking {
  private static volatile @Nullable Thread by;

  private Looking() {}

  /** Whether the caller is: the thread that he lets go on was woken by somebody else. */
  public static boolean isCaller() {
    return Thread.currentThread() == by;
  }

  static void begin() {
    by = Thread.currentThread();
  }

  static void end() {
    by = null;
  }
}
