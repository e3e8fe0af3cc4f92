package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The histories of all monitors, or of all runtimes.
 *
 * <p>Threads: any; under the lock, which the sampler holds during a tick, none begins or ends.
 */
final class Histories<K, I extends Interval<?>> {
  private final Object lock;
  private final Predicate<K> isOver;
  private final Function<K, History<I>> begun;
  private final ConcurrentHashMap<K, History<I>> histories = new ConcurrentHashMap<>();

  /**
   * No histories yet.
   *
   * @param lock held during a tick
   * @param isOver whether there is no interval of it any more
   * @param begun a history that begins
   */
  Histories(Object lock, Predicate<K> isOver, Function<K, History<I>> begun) {
    this.lock = lock;
    this.isOver = isOver;
    this.begun = begun;
  }

  /** The history of that one; one that is over, and empty if nobody has held it, if that is. */
  History<I> of(K key) {
    History<I> known = histories.get(key);
    return known != null ? known : begin(key);
  }

  // Not during a tick: the first interval begins after the one that is being cut.
  private History<I> begin(K key) {
    synchronized (lock) {
      if (isOver.test(key)) {
        History<I> over = begun.apply(key);
        over.end();
        return over;
      }
      return histories.computeIfAbsent(key, begun);
    }
  }

  // Not during a tick: what is over gets no further interval.
  void forget(K key) {
    synchronized (lock) {
      History<I> known = histories.remove(key);
      if (known != null) {
        known.end();
      }
    }
  }

  int count() {
    return histories.size();
  }

  /**
   * Cuts the interval of each.
   *
   * @return what the last of those has thrown that failed; null if none did
   */
  @Nullable Throwable cut(Subject.Tick tick) {
    Throwable failed = null;
    for (History<I> history : histories.values()) {
      try {
        history.cut(tick);
      } catch (RuntimeException | Error e) {
        // The others have their interval all the same.
        failed = e;
      }
    }
    return failed;
  }
}
