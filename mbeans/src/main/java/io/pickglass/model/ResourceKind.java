package io.pickglass.model;

import java.util.Locale;

/** What kind of thing tasks wait for. */
public enum ResourceKind {
  /** A lock of {@code java.util.concurrent.locks}. */
  LOCK,
  /** The monitor of an object: {@code synchronized} and {@code Object.wait}. */
  MONITOR,
  /** A condition of a lock. */
  CONDITION,
  /** Permits. */
  SEMAPHORE,
  /** A count that reaches zero. */
  LATCH,
  /** Others that come, too. */
  BARRIER,
  /** Others that arrive in a phase. */
  PHASER,
  /** One other, to exchange something. */
  EXCHANGER,
  /** An element, or room for one. */
  QUEUE,
  /** A result. */
  FUTURE,
  /** The end of a thread. */
  JOIN,
  /** The end of the subtasks of a structured scope. */
  SCOPE,
  /** The end of an executor. */
  POOL,
  /** A connection of a connection pool. */
  CONNECTION,
  /** A time that passes. */
  TIMER,
  /** A socket or a selector. */
  IO,
  /** A file. */
  FILE,
  /** The end of a process. */
  PROCESS,
  /** The initialization of a class. */
  CLASS,
  /** Anything else. */
  OTHER;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As it is written. */
  public String word() {
    return word;
  }
}
