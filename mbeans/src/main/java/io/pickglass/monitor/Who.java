package io.pickglass.monitor;

/**
 * Who has done something to a task, in one number: virtual threads have their own above zero,
 * platform threads theirs below. It costs a load or two to take and keeps nobody alive.
 */
public final class Who {
  /** Nobody is known. */
  public static final long NOBODY = 0;

  /** A timer: the time that the task wanted to wait is over. */
  public static final long TIMER = Long.MIN_VALUE;

  /** The task itself. */
  public static final long ITSELF = Long.MIN_VALUE + 1;

  private Who() {}

  /** The calling thread. */
  public static long calls() {
    Thread thread = Thread.currentThread();
    return thread.isVirtual() ? thread.threadId() : -thread.threadId();
  }

  /** Whether it is a virtual thread. */
  public static boolean isVirtual(long who) {
    return who > NOBODY;
  }

  /** Whether it is a platform thread. */
  public static boolean isPlatform(long who) {
    return who < NOBODY && who > ITSELF;
  }

  /** The number of that thread. */
  public static long threadId(long who) {
    return Math.abs(who);
  }
}
