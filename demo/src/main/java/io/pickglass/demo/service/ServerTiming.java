package io.pickglass.demo.service;

import com.sun.net.httpserver.Headers;
import io.pickglass.CurrentTask;
import io.pickglass.model.TaskReport;
import java.util.Locale;

/** Tells the caller where the time of his request went; a browser shows it beside its own times. */
final class ServerTiming {
  private ServerTiming() {}

  static void set(Headers headers, CurrentTask task) {
    TaskReport report = task.report();
    if (task.isWatched() && report.pollCount() != TaskReport.UNKNOWN) {
      headers.set(
          "Server-Timing",
          "run;dur=%s, ready;dur=%s, wait;dur=%s"
              .formatted(
                  millis(report.pollNanos()),
                  millis(report.firstPollDelayNanos() + report.scheduledNanos()),
                  millis(report.idleNanos())));
    }
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }
}
