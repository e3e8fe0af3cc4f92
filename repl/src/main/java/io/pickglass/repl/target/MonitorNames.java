package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.util.List;

/** Names of monitors, before they become part of an ObjectName. */
final class MonitorNames {
  private MonitorNames() {}

  /** Refuses names that no monitor can have: in an ObjectName they would be syntax. */
  static void check(List<String> monitors) {
    for (String monitor : monitors) {
      if (!monitor.matches("[A-Za-z0-9._-]+")) {
        throw new TargetException(Kind.NO_SUCH_MONITOR, monitor);
      }
    }
  }
}
