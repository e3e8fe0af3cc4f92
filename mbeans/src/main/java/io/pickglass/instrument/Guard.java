package io.pickglass.instrument;

import java.util.concurrent.atomic.LongAdder;

/**
 * The border to the application: our own errors end here. They are counted and the last one is
 * kept; they are never thrown on.
 */
public final class Guard {
  private static final LongAdder COUNT = new LongAdder();
  private static volatile String last = "";

  private Guard() {}

  /** Keeps an error of ours from the application. Never throws, also when memory is short. */
  public static void caught(Throwable error) {
    try {
      COUNT.increment();
      last = error.toString();
    } catch (Throwable e) {
      // Counting it would need what has just run out.
    }
  }

  /** How many errors were kept from the application. */
  public static long count() {
    return COUNT.sum();
  }

  /** The last of them, or an empty string. */
  public static String last() {
    return last;
  }
}
