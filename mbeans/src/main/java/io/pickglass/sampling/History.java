package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last completed intervals of one monitor or runtime, at most a fixed number of them. All but
 * the last are kept packed, in a few hundred bytes; where nothing happens, in none.
 *
 * <p>Threads: the sampler adds, anybody reads; each reader sees whole intervals, in order.
 */
public final class History<I extends Interval<?>> {
  private final Subject<I> subject;
  private final Stretches stretches;
  private final int length;
  private final long firstSequence;

  // All but the last, packed, the oldest first.
  private final ArrayDeque<Run> runs = new ArrayDeque<>();
  private @Nullable I last;
  private volatile boolean over;

  /** An empty history; its first interval will have that sequence number. */
  History(Subject<I> subject, Stretches stretches, int length, long firstSequence) {
    this.subject = subject;
    this.stretches = stretches;
    this.length = length;
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
    I before = last;
    last = interval;
    if (before != null) {
      keep(before);
    }
    while (!runs.isEmpty() && runs.getFirst().last() < oldest(interval)) {
      runs.removeFirst();
    }
  }

  private void keep(I interval) {
    long sequence = interval.sequence();
    Stretch its = Stretch.of(interval);
    Stretch own = its.equals(stretches.of(sequence)) ? null : its;
    Object metrics = subject.packed(interval);
    Run newest = runs.peekLast();
    if (own != null || newest == null || !newest.add(sequence, metrics)) {
      runs.addLast(new Run(sequence, own, metrics));
    }
  }

  /** The number of the oldest interval that is kept beside that one, the last. */
  private long oldest(I newest) {
    return newest.sequence() - length + 1;
  }

  /** There will be no further interval. */
  synchronized void end() {
    over = true;
    // Whoever holds it may read them when the sampler has forgotten when they were.
    List<Run> kept = List.copyOf(runs);
    runs.clear();
    for (Run run : kept) {
      for (long i = run.first(); i <= run.last(); i++) {
        Stretch stretch = stretch(run, i);
        if (stretch != null) {
          runs.addLast(new Run(i, stretch, run.metrics()));
        }
      }
    }
  }

  /** When the interval of that number was, one of that run; null if that is not known any more. */
  private @Nullable Stretch stretch(Run run, long sequence) {
    Stretch own = run.own();
    return own != null ? own : stretches.of(sequence);
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
    return last;
  }

  /** The last completed interval; before the first one an interval of number 0, of no time. */
  public I lastOrZero() {
    I known = last();
    return known != null ? known : subject.nothing();
  }

  /**
   * The intervals that are still kept and have a greater number, oldest first.
   *
   * @param after the number; a negative one asks for all
   * @param max at most so many
   */
  public synchronized List<I> after(long after, int max) {
    List<I> found = new ArrayList<>();
    I newest = last;
    if (newest == null) {
      return found;
    }
    long from = Math.max(after + 1, oldest(newest));
    for (Run run : runs) {
      for (long i = Math.max(from, run.first()); i <= run.last() && found.size() < max; i++) {
        Stretch stretch = stretch(run, i);
        if (stretch != null) {
          found.add(subject.unpacked(i, stretch, run.metrics()));
        }
      }
    }
    if (newest.sequence() > after && found.size() < max) {
      found.add(newest);
    }
    return found;
  }
}
