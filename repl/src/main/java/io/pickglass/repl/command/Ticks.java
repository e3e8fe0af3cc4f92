package io.pickglass.repl.command;

import io.pickglass.repl.expression.Expression;
import io.pickglass.repl.expression.Expression.Verdict;
import io.pickglass.repl.recording.LineType;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.RecordingTarget;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.TargetException.Kind;
import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.view.TailView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of a target one after another: as they come, or those of a recording from its begin to
 * its moment. Used by one thread.
 */
final class Ticks {
  private static final long SHORTEST_PAUSE_MILLIS = 50;
  private static final long RETRY_MILLIS = 800;

  private final Session session;
  private final @Nullable RecordingTarget recorded;
  private final @Nullable Instant moment;
  private final NavigableMap<Long, Instant> ofRecording = new TreeMap<>();
  private long present;
  private String epoch = "";

  Ticks(Session session) {
    this.session = session;
    recorded = session.target() instanceof RecordingTarget target ? target : null;
    moment = recorded == null ? null : recorded.moment();
    if (recorded != null) {
      recorded
          .recording()
          .all(LineType.INTERVAL)
          .forEach(entry -> {
            Instant at = Instant.ofEpochMilli(entry.at());
            if (!at.isAfter(recorded.moment())) {
              ofRecording.merge(entry.sequence(), at, (a, b) -> a.isAfter(b) ? a : b);
            }
          });
    }
  }

  /** The first one, null if there is none. */
  @Nullable Long first() {
    if (recorded != null) {
      present = ofRecording.isEmpty() ? 0 : ofRecording.firstKey();
      return ofRecording.isEmpty() ? null : present;
    }
    Info info = session.target().describe();
    epoch = info.startTime();
    present = info.lastSequence();
    return present == 0 ? next(Long.MAX_VALUE) : Long.valueOf(present);
  }

  /** The next one, waited for until that time of {@link System#nanoTime}; null if there is none. */
  @Nullable Long next(long end) {
    if (recorded != null) {
      Long next = ofRecording.higherKey(present);
      present = next == null ? present : next;
      return next;
    }
    while (end == Long.MAX_VALUE || System.nanoTime() - end < 0) {
      Info info = info();
      if (!info.startTime().equals(epoch)) {
        session.output().note(TailView.RESTARTED);
        epoch = info.startTime();
        present = 0;
      }
      if (info.lastSequence() > present) {
        present = info.lastSequence();
        return present;
      }
      pause(Math.max(SHORTEST_PAUSE_MILLIS, info.intervalMillis() / 4));
    }
    return null;
  }

  /** When the present one was. */
  Instant time() {
    return recorded == null
        ? Instant.now().truncatedTo(ChronoUnit.SECONDS)
        : ofRecording.getOrDefault(present, recorded.moment());
  }

  /** The answer to an expression in the interval that a tick has ended. */
  Verdict at(long tick, Expression expression) {
    Instant then = ofRecording.get(tick);
    if (recorded != null && then != null) {
      recorded.moment(then);
    }
    Target target = session.target();
    return Question.ask(session, expression, target::last);
  }

  /** Leaves a recording at the moment at which it was. */
  void close() {
    if (recorded != null && moment != null) {
      recorded.moment(moment);
    }
  }

  private Info info() {
    try {
      return session.target().describe();
    } catch (TargetException e) {
      if (e.kind() != Kind.UNREACHABLE || !session.mayComeBack()) {
        throw e;
      }
      return waited(e);
    }
  }

  private Info waited(TargetException lost) {
    session
        .output()
        .note("waiting up to " + Timeouts.text(session.timeout()) + " for it to come back");
    long end = System.nanoTime() + session.timeout().toNanos();
    while (System.nanoTime() - end < 0 && session.mayComeBack()) {
      session.lose();
      pause(RETRY_MILLIS);
      try {
        return session.target().describe();
      } catch (TargetException e) {
        // Still away.
      }
    }
    throw lost;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new StoppedException();
    }
  }
}
