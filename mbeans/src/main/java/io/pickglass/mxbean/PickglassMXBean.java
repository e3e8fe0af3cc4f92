package io.pickglass.mxbean;

/** The library as a whole: what it is, what it can see here, and where its limits are. */
@Described("The library as a whole: what it is, what it can see here, and where its limits are.")
public interface PickglassMXBean {
  /** The version of what this library puts on the wire. */
  int PROTOCOL_VERSION = 1;

  /** The version of the library. */
  @Described("The version of the library.")
  String getVersion();

  /** The version of what stands on the wire; a client understands its own and says so of others. */
  @Described(value = "The version of what stands on the wire.", unit = "1")
  int getProtocolVersion();

  /** {@code EXACT} when every poll is seen, {@code TASK} when only beginnings and ends are. */
  @Described("EXACT when every poll is seen, TASK when only beginnings and ends of tasks are.")
  String getTrackingMode();

  /** Why the tracking mode is what it is, in one sentence that says what to do about it. */
  @Described("Why the tracking mode is what it is.")
  String getTrackingModeReason();

  /** The names of all monitors, sorted. */
  @Described("The names of all monitors.")
  String[] getMonitors();

  /** How many monitors there may be; further names share the monitor {@code other}. */
  @Described(
      value = "How many monitors there may be; further names share the monitor other.",
      unit = "1")
  int getMonitorLimit();

  /** How many names were refused a monitor of their own because of the limit. */
  @Described(
      value = "How many requests were answered with the monitor other because of the limit.",
      unit = "1")
  long getRefusedMonitorCount();

  /** Virtual threads left alone because they have a scheduler of their own. */
  @Described(
      value = "Virtual threads left alone because they have a scheduler of their own.",
      unit = "1")
  long getSkippedThreadCount();

  /** Errors of the library's own that were kept from the application, and events it had to drop. */
  @Described(
      value =
          "Errors of the library's own that were kept from the application, and events dropped.",
      unit = "1")
  long getInternalErrorCount();

  /** The last such error, or an empty string. */
  @Described("The last such error, or an empty string.")
  String getLastInternalError();

  /** When the library was started, as an ISO 8601 instant. */
  @Described("When the library was started, as an ISO 8601 instant.")
  String getStartTime();
}
