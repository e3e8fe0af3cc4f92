package io.pickglass.repl.series;

import io.pickglass.model.Interval;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays the rows of several targets side by side by the time at which they ended, each exactly once.
 *
 * <p>Every target counts its own ticks, so numbers say nothing. Rows stand together if they ended
 * within half an interval of the first of them. A row waits for those of the others for as long as
 * two intervals: then a target that hangs, or whose clock is wrong, is not waited for. Used by one
 * thread.
 */
public final class TimeZipper {
  private static final int PATIENCE = 2;

  private final List<Deque<Arrived>> queues = new ArrayList<>();
  private final List<Boolean> over = new ArrayList<>();

  /** For so many targets. */
  public TimeZipper(int targets) {
    for (int i = 0; i < targets; i++) {
      queues.add(new ArrayDeque<>());
      over.add(false);
    }
  }

  /** What one of the targets gave, by its place among them. */
  public record Of(int target, Zipped zipped) {}

  private record Arrived(Zipped zipped, long nanos) {}

  /** Takes what a target has given at that time of {@link System#nanoTime}. */
  public void add(int target, List<Zipped> given, long now) {
    given.forEach(zipped -> queues.get(target).add(new Arrived(zipped, now)));
  }

  /** Nothing comes of that target any more. */
  public void end(int target) {
    over.set(target, true);
  }

  /** What need not wait any longer, in the order of time and then of the targets. */
  public List<Of> take(long now) {
    List<Of> out = new ArrayList<>();
    takeRemarks(out);
    while (mayGo(now)) {
      takeRows(out);
      takeRemarks(out);
    }
    return out;
  }

  /** A gap or a restart is of one target only. */
  private void takeRemarks(List<Of> out) {
    for (int i = 0; i < queues.size(); i++) {
      Deque<Arrived> queue = queues.get(i);
      while (!queue.isEmpty() && !(queue.getFirst().zipped() instanceof Zipped.Row)) {
        out.add(new Of(i, queue.removeFirst().zipped()));
      }
    }
  }

  private boolean mayGo(long now) {
    boolean allThere = true;
    boolean anyThere = false;
    boolean anyTired = false;
    for (int i = 0; i < queues.size(); i++) {
      Arrived head = queues.get(i).peekFirst();
      allThere &= head != null || over.get(i);
      if (head != null) {
        anyThere = true;
        anyTired |= now - head.nanos() >= PATIENCE * elapsed((Zipped.Row) head.zipped());
      }
    }
    return anyThere && (allThere || anyTired);
  }

  private void takeRows(List<Of> out) {
    Zipped.Row first = null;
    for (Deque<Arrived> queue : queues) {
      if (!queue.isEmpty()) {
        Zipped.Row head = (Zipped.Row) queue.getFirst().zipped();
        first = first == null || end(head).isBefore(end(first)) ? head : first;
      }
    }
    if (first == null) {
      return;
    }
    Instant latest = end(first).plusNanos(elapsed(first) / 2);
    for (int i = 0; i < queues.size(); i++) {
      Deque<Arrived> queue = queues.get(i);
      if (!queue.isEmpty() && !end((Zipped.Row) queue.getFirst().zipped()).isAfter(latest)) {
        out.add(new Of(i, queue.removeFirst().zipped()));
      }
    }
  }

  private static Instant end(Zipped.Row row) {
    Interval<?> any = row.intervals().getFirst();
    return any.start().plusNanos(any.elapsedNanos());
  }

  private static long elapsed(Zipped.Row row) {
    return row.intervals().getFirst().elapsedNanos();
  }
}
