package io.pickglass.repl.top;

import io.pickglass.repl.target.RecordingTarget;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.link.LinkEvent;
import io.pickglass.repl.top.link.TargetClock;
import java.time.Instant;

/** Which moment is shown, in milliseconds of the target's clock. Used by the thread that draws. */
final class ShownTime {
  private LinkEvent.Span span = new LinkEvent.Span(0, 0, 0, false);
  private long moment;

  /** 0 for now. */
  long moment() {
    return moment;
  }

  /** Whether it is a recording, so that any moment of it can be asked for. */
  boolean isRecorded() {
    return span.recorded();
  }

  /** How long the moment is before now, or before the end of the recording. */
  long agoMillis() {
    return Math.max(0, span.last() - moment);
  }

  void answered(LinkEvent.Span newSpan) {
    span = newSpan;
  }

  /** Back to now. */
  void now() {
    moment = 0;
  }

  /** So much further back; what would come later than all is now. */
  void back(long millis) {
    if (span.last() == 0) {
      return;
    }
    long to = Math.max(span.first(), (moment == 0 ? span.last() : moment) - millis);
    moment = to >= span.last() ? 0 : to;
  }

  /** Lets a recording be looked at as it was at a moment; a process can only be asked as it is. */
  static void goTo(long moment, Target target, TargetClock clock) {
    if (target instanceof RecordingTarget recorded) {
      recorded.moment(Instant.ofEpochMilli(moment == 0 ? Long.MAX_VALUE : moment));
      clock.stopAt(moment == 0 ? recorded.recording().end() : moment);
    }
  }
}
