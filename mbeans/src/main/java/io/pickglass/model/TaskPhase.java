package io.pickglass.model;

import java.util.Locale;

/** What a task does, or how it has ended. */
public enum TaskPhase {
  /** In a poll. */
  RUNNING,
  /** Ready, and not in a poll; also before its first one. */
  SCHEDULED,
  /** It waits for something. */
  IDLE,
  /** Ended: it has returned. */
  RETURNED,
  /** Ended: it has thrown. */
  FAILED,
  /** Ended: it was cancelled, or never ran. */
  CANCELLED;

  /** Whether it is over. */
  public boolean isEnded() {
    return this == RETURNED || this == FAILED || this == CANCELLED;
  }

  /** How a task has ended that ended so. */
  public static TaskPhase of(Outcome outcome) {
    return switch (outcome) {
      case RETURNED -> RETURNED;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }

  /** The word for it in a table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
