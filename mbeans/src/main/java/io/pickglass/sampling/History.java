package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last completed intervals of one monitor or runtime, a ring of a fixed number of them.
 *
 * <p>Threads: the sampler adds, anybody reads; each reader sees whole intervals, in order.
 */
public final class History<I extends Interval<?>> {
  private final Subject<I> subject;
  private final int length;
  private final ArrayDeque<I> ring;
  private final long firstSequence;
  private volatile boolean over;

  /** An empty history; its first interval will have that sequence number. */
  History(Subject<I> subject, int length, long firstSequence) {
    this.subject = subject;
    this.length = length;
    this.ring = new ArrayDeque<>(length);
    this.firstSequence = firstSequence;
  }

  /** Cuts the interval that ends with that tick. Called by the sampler alone. */
  void cut(Subject.Tick tick) {
    add(subject.cut(tick));
  }

  private synchronized void add(I interval) {
    if (over) {
      // Ended while it was cut: whoever was told so has had the last.
      return;
    }
    if (ring.size() == length) {
      ring.removeFirst();
    }
    ring.addLast(interval);
  }

  /** There will be no further interval. */
  synchronized void end() {
    over = true;
  }

  /** Whether there will be no further interval, because what it is of is not watched any more. */
  public boolean isOver() {
    return over;
  }

  /** The sequence number of its first interval. */
  long firstSequence() {
    return firstSequence;
  }

  /** The last completed interval, or null before the first. */
  public synchronized @Nullable I last() {
    return ring.peekLast();
  }

  /** The last completed interval; before the first one an interval of number 0, of no time. */
  public I lastOrZero() {
    I last = last();
    return last != null ? last : subject.nothing();
  }

  /**
   * The intervals that are still kept and have a greater number, oldest first.
   *
   * @param after the number; a negative one asks for all
   * @param max at most so many
   */
  public synchronized List<I> after(long after, int max) {
    List<I> found = new ArrayList<>();
    for (Iterator<I> kept = ring.iterator(); kept.hasNext() && found.size() < max; ) {
      I interval = kept.next();
      if (interval.sequence() > after) {
        found.add(interval);
      }
    }
    return found;
  }
}
