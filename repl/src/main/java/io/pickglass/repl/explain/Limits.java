package io.pickglass.repl.explain;

/** From where on something is told as a trouble. Each is far above what a healthy service shows. */
final class Limits {
  /** Of a task's time in one part of it: less is shared by several, and none is the reason. */
  static final double SHARE = 0.3;

  /** What people may notice of one task. */
  static final double NOTICED_NANOS = 10e6;

  /** A wait that is no round trip in the neighbourhood. */
  static final double LONG_IDLE_NANOS = 5e6;

  /** A poll in which a carrier could have run a hundred others. */
  static final double LONG_POLL_NANOS = 50e6;

  /** A task that asks one thing and answers has three. */
  static final double MANY_POLLS = 20;

  /** A probe that is as late was starved. */
  static final long STARVED_NANOS = 100_000_000;

  /** Less processor time in a poll's time is waiting. */
  static final double COMPUTING = 0.2;

  private Limits() {}
}
