package io.pickglass.monitor;

/** A task in a poll, as readers see it from outside: racing, and for people only. */
public interface Polled {
  /** The name of the monitor for which it is watched. */
  String monitorName();

  /** How the task is called; empty if it has no name. */
  String taskName();

  /** When its latest poll began. */
  long pollingSince();
}
