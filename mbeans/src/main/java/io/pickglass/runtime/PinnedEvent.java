package io.pickglass.runtime;

import io.pickglass.model.PinnedWait;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code jdk.VirtualThreadPinned}. Loaded when Flight Recorder is: the module is optional.
 */
final class PinnedEvent {
  // As many as are kept of a slow poll.
  private static final int MAX_DEPTH = 64;

  private PinnedEvent() {}

  /** The wait, of no monitor yet. */
  static PinnedWait read(RecordedEvent event) {
    RecordedThread thread = event.getThread();
    return new PinnedWait(
        thread == null ? "" : "v" + thread.getJavaThreadId(),
        nameOf(thread),
        "",
        event.getStartTime().toEpochMilli(),
        event.getDuration().toNanos(),
        text(event, "pinnedReason"),
        text(event, "blockingOperation"),
        event.hasField("carrierThread") ? nameOf(event.getThread("carrierThread")) : "",
        frames(event.getStackTrace()));
  }

  private static String nameOf(@Nullable RecordedThread thread) {
    String name = thread == null ? null : thread.getJavaName();
    return name == null ? "" : name;
  }

  private static String text(RecordedEvent event, String field) {
    String text = event.hasField(field) ? event.getString(field) : null;
    return text == null ? "" : text;
  }

  private static List<String> frames(@Nullable RecordedStackTrace stack) {
    return stack == null
        ? List.of()
        : stack.getFrames().stream()
            .filter(RecordedFrame::isJavaFrame)
            .limit(MAX_DEPTH)
            .map(PinnedEvent::text)
            .toList();
  }

  /** As a stack trace shows it, but for the file, which Flight Recorder does not tell. */
  private static String text(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    String where = frame.getLineNumber() < 0 ? "Native Method" : "line " + frame.getLineNumber();
    return method.getType().getName() + "." + method.getName() + "(" + where + ")";
  }
}
