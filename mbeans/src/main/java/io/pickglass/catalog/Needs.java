package io.pickglass.catalog;

/** What must be seen for a metric to exist; what is not seen is absent, never guessed. */
public enum Needs {
  /** A task's beginning and end: known in every tracking mode. */
  TASKS,
  /** Every poll of every task: known in the tracking mode EXACT only. */
  POLLS,
  /** Flight Recorder, listened to if that was switched on. */
  FLIGHT_RECORDER
}
