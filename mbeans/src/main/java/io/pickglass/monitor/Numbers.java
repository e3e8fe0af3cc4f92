package io.pickglass.monitor;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers for tasks that the JVM gives none, from 1 on for all kinds together: given when somebody
 * first asks who a task is, or when it ends. They say nothing of the order of tasks.
 *
 * <p>Threads: any.
 */
public final class Numbers {
  private static final AtomicLong NEXT = new AtomicLong(1);

  private Numbers() {}

  /** One that no task has. */
  public static long next() {
    return NEXT.getAndIncrement();
  }
}
