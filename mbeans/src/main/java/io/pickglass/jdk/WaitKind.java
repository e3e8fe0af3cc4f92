package io.pickglass.jdk;

/** How a thread waits. */
public enum WaitKind {
  /** It does not, or not so that it could be told from outside. */
  NONE,
  /** Until it is unparked. */
  PARKED,
  /** The same, or until a time has passed. */
  TIMED_PARKED,
  /** For a monitor that another thread owns. */
  BLOCKED,
  /** In {@code Object.wait}. */
  WAITING,
  /** The same, or until a time has passed. */
  TIMED_WAITING;

  /** Whether it ends by itself. */
  public boolean isTimed() {
    return this == TIMED_PARKED || this == TIMED_WAITING;
  }
}
