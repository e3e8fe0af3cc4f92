package io.pickglass.catalog;

/** What must be there for a metric of a runtime to exist, in the kinds of runtime that have it. */
public enum RuntimeNeeds {
  /** Nothing: the runtime tells it of itself. */
  NOTHING("nothing"),
  /** The tracking mode EXACT, and so {@code java.lang} open to us. */
  POLLS("tracking mode EXACT"),
  /**
   * Workers seen one by one: of a thread pool only if {@code java.util.concurrent} is open to us.
   */
  WORKERS("workers seen"),
  /** Polls of the workers that are seen: both of the above for the JVM's scheduler. */
  WORKERS_POLLS("workers' polls seen"),
  /** A JVM that answers diagnostic commands over JMX. */
  DIAGNOSTICS("diagnostic commands"),
  /** Starvation probes, which are on unless they were switched off. */
  PROBES("probes on"),
  /** Flight Recorder, listened to if that was switched on. */
  FLIGHT_RECORDER("Flight Recorder on");

  private final String text;

  RuntimeNeeds(String text) {
    this.text = text;
  }

  /** In a few words, for tables. */
  public String text() {
    return text;
  }
}
