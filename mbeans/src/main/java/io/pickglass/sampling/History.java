package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last completed intervals of one monitor or runtime, at most a fixed number of them. They are
 * kept packed, in a few hundred bytes; where nothing happens, in none.
 *
 * <p>Threads: the sampler adds, anybody reads; each reader sees whole intervals, in order.
 */
public final class History<I extends Interval<?>> {
  private final Subject<I> subject;
  private final Stretches stretches;
  private final int length;
  private final long firstSequence;

  // The oldest first.
  private final ArrayDeque<Run> runs = new ArrayDeque<>();
  // When the next interval begins.
  private Moment begin;
  // Made when it is first asked for; null before.
  private @Nullable I last;
  private volatile boolean over;

  /** An empty history; its first interval begins at that moment, and has that sequence number. */
  History(Subject<I> subject, Moment begin, Stretches stretches, int length, long firstSequence) {
    this.subject = subject;
    this.begin = begin;
    this.stretches = stretches;
    this.length = length;
    this.firstSequence = firstSequence;
  }

  /** Cuts the interval that ends with that tick. Called by the sampler alone. */
  void cut(Subject.Tick tick) {
    add(tick, subject.cut(tick));
  }

  private synchronized void add(Subject.Tick tick, Object metrics) {
    if (over) {
      // Ended while it was cut: whoever was told so has had the last.
      return;
    }
    Stretch own = begin.equals(tick.before()) ? null : Stretch.between(begin, tick.at());
    begin = tick.at();
    last = null;
    Run newest = runs.peekLast();
    if (own != null || newest == null || !newest.add(tick.sequence(), metrics)) {
      runs.addLast(new Run(tick.sequence(), own, metrics));
    }
    while (runs.getFirst().last() < oldest()) {
      runs.removeFirst();
    }
  }

  /** The number of the oldest interval that is kept beside the last. */
  private long oldest() {
    return runs.getLast().last() - length + 1;
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
    if (last == null && !runs.isEmpty()) {
      last = interval(runs.getLast(), runs.getLast().last());
    }
    return last;
  }

  /** The interval of that number, one of that run; null if nobody knows any more when it was. */
  private @Nullable I interval(Run run, long sequence) {
    Stretch stretch = stretch(run, sequence);
    return stretch == null ? null : subject.interval(sequence, stretch, run.metrics());
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
    // Also of the greatest number there is, after which no other comes.
    long next = after == Long.MAX_VALUE ? after : after + 1;
    for (Run run : runs) {
      long from = Math.max(run.first(), Math.max(next, oldest()));
      for (long i = from; i <= run.last() && found.size() < max; i++) {
        I interval = i == runs.getLast().last() ? last() : interval(run, i);
        if (interval != null) {
          found.add(interval);
        }
      }
    }
    return found;
  }
}
