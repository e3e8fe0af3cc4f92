package io.pickglass.repl.target;

import java.util.List;

/** Which attributes are asked for together. */
final class Asked {
  static final List<String> ABOUT =
      List.of(
          "Version",
          "ProtocolVersion",
          "TrackingMode",
          "TrackingModeReason",
          "AgentOptions",
          "StartTime",
          "Monitors",
          "Enabled",
          "DisabledMonitors");
  static final List<String> SWITCHES = List.of("StartTime", "Enabled", "DisabledMonitors");
  static final List<String> SAMPLING = List.of("IntervalMillis", "HistoryLength", "LastSequence");

  private Asked() {}
}
