package io.pickglass.monitor;

import org.jspecify.annotations.Nullable;

/** A task in a poll, as readers see it from outside: racing, and for people only. */
public interface Polled {
  /** The name of the monitor for which it is watched. */
  String monitorName();

  /** The virtual thread that is the task; null if it is none. */
  @Nullable Thread virtualThread();

  /** When its latest poll began. */
  long pollingSince();
}
