package io.pickglass.monitor;

import io.pickglass.model.TaskKind;

/**
 * Numbers for tasks that the JVM gives none: from 1 on for each kind, given when somebody first
 * asks who a task is. So they cost nothing where nobody looks, and say nothing of the order of
 * tasks.
 *
 * <p>Threads: readers, under the monitor of this class.
 */
public final class Numbers {
  private static final long[] LATEST = new long[TaskKind.values().length];

  private Numbers() {}

  /** The next of that kind; the caller holds the monitor of this class. */
  public static long next(TaskKind kind) {
    return ++LATEST[kind.ordinal()];
  }
}
