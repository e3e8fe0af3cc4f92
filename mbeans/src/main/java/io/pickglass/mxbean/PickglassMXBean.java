package io.pickglass.mxbean;

/** The library as a whole: what it is, what it can see here, and where its limits are. */
public interface PickglassMXBean {
  /** The version of the library. */
  String getVersion();

  /** The version of what stands on the wire; a client understands its own and says so of others. */
  int getProtocolVersion();

  /** {@code EXACT} when every poll is seen, {@code TASK} when only beginnings and ends are. */
  String getTrackingMode();

  /** Why the tracking mode is what it is, in one sentence that says what to do about it. */
  String getTrackingModeReason();

  /** The names of all monitors, sorted. */
  String[] getMonitors();

  /** How many monitors there may be; further names share the monitor {@code other}. */
  int getMonitorLimit();

  /** How many names were refused a monitor of their own because of the limit. */
  long getRefusedMonitorCount();

  /** Virtual threads left alone because they have a scheduler of their own. */
  long getSkippedThreadCount();

  /** Errors of the library's own that were kept from the application. */
  long getInternalErrorCount();

  /** The last such error, or an empty string. */
  String getLastInternalError();

  /** When the library was started, as an ISO 8601 instant. */
  String getStartTime();
}
