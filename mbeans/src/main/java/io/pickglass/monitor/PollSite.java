package io.pickglass.monitor;

import org.jspecify.annotations.Nullable;

/** On what watched tasks are polled, one at a time, seen from outside: racing. */
public interface PollSite {
  /** The task whose poll runs there now, or null. */
  @Nullable Polled polled();

  /** How many polls have begun there. */
  long pollCount();

  /** The platform thread that it is; null if it has gone, or if the task is a thread itself. */
  @Nullable Thread thread();
}
