package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The histories of all monitors, or of all runtimes.
 *
 * <p>Threads: any. None waits for a tick: a runtime is asked for its numbers in it, and its pool
 * may be locked by whoever begins or ends a history here.
 */
final class Histories<K, I extends Interval<?>> {
  private final Predicate<K> isOver;
  private final Function<K, Subject<I>> subjects;
  private final Function<K, Moment> begins;
  private final Stretches stretches;
  private final int length;
  private final ConcurrentHashMap<K, History<I>> histories = new ConcurrentHashMap<>();

  // The number of the tick that runs or was the last, under this object's monitor: a history that
  // begins after it has begun has its first interval in the next.
  private long sequence;

  /**
   * No histories yet.
   *
   * @param isOver whether there is no interval of it any more
   * @param subjects makes intervals of it
   * @param begins when the first of them begins
   * @param stretches when the intervals were
   * @param length how many intervals are kept of each
   */
  Histories(
      Predicate<K> isOver,
      Function<K, Subject<I>> subjects,
      Function<K, Moment> begins,
      Stretches stretches,
      int length) {
    this.isOver = isOver;
    this.subjects = subjects;
    this.begins = begins;
    this.stretches = stretches;
    this.length = length;
  }

  /** The history of that one; one that is over, and empty if nobody has held it, if that is. */
  History<I> of(K key) {
    History<I> known = histories.get(key);
    return known != null ? known : begin(key);
  }

  private synchronized History<I> begin(K key) {
    if (isOver.test(key)) {
      History<I> over = begun(key);
      over.end();
      return over;
    }
    return histories.computeIfAbsent(key, this::begun);
  }

  private History<I> begun(K key) {
    return new History<>(subjects.apply(key), begins.apply(key), stretches, length, sequence + 1);
  }

  /** It gets no further interval. */
  synchronized void forget(K key) {
    History<I> known = histories.remove(key);
    if (known != null) {
      known.end();
    }
  }

  int count() {
    return histories.size();
  }

  /**
   * A tick begins, whose clock is read afterwards: so no interval that it ends is shorter than
   * none.
   *
   * @return what has an interval that ends with that tick
   */
  synchronized List<History<I>> begin(long sequence) {
    this.sequence = sequence;
    return new ArrayList<>(histories.values());
  }

  /**
   * Cuts the interval of each.
   *
   * @return what the last of those has thrown that failed; null if none did
   */
  static <I extends Interval<?>> @Nullable Throwable cut(
      List<History<I>> histories, Subject.Tick tick) {
    Throwable failed = null;
    Subject.Tick each = tick;
    for (History<I> history : histories) {
      try {
        history.cut(each);
      } catch (RuntimeException | Error e) {
        // The others have their interval all the same, and none of what was left in the room.
        failed = e;
        each = tick.inNewRoom();
      }
    }
    return failed;
  }
}
