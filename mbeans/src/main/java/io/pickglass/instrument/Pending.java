package io.pickglass.instrument;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an executor has been given and has not yet begun, or begins again: an executor that makes
 * futures of its own, or drops its tasks without a word, is asked afterwards what became of them.
 *
 * <p>Threads: any. A task is in it before it is handed over, and takes itself out.
 */
final class Pending {
  private final Set<Item> items = ConcurrentHashMap.newKeySet();

  /** One task of the executor. */
  interface Item {
    /** The executor's own future of it; null if it makes none, or has not yet returned it. */
    @Nullable Future<?> future();

    /** It will never run again; nothing happens if it is over. */
    void dropped();
  }

  void add(Item item) {
    items.add(item);
  }

  void remove(Item item) {
    items.remove(item);
  }

  /** The executor has cancelled some of its futures itself. */
  void dropCancelled() {
    dropIf(item -> {
      Future<?> future = item.future();
      return future != null && future.isCancelled();
    });
  }

  /** The executor will begin none of its tasks any more. */
  void dropAll() {
    dropIf(item -> true);
  }

  private void dropIf(Predicate<Item> gone) {
    for (Item item : items) {
      if (gone.test(item)) {
        items.remove(item);
        item.dropped();
      }
    }
  }

  /** Whose future that is; null if it is nobody's. */
  @Nullable Item of(Object future) {
    for (Item item : items) {
      if (item.future() == future) {
        return item;
      }
    }
    return null;
  }
}
