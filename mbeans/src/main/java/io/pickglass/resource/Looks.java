package io.pickglass.resource;

import io.pickglass.jdk.ThreadStacks;
import io.pickglass.jdk.WaitKind;
import io.pickglass.jdk.WaitLook;
import io.pickglass.jdk.WaitingThreads;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at threads that wait, each wait once, and so many of them at a time.
 *
 * <p>Threads: one at a time.
 */
final class Looks {
  /** How many threads one answer looks at, unless it is set. */
  static final int DEFAULT_BUDGET = 1_000;

  /** How many waits that were looked at are remembered. */
  static final int MOST_KEPT = 10_000;

  // A thread that has just slept is less likely to lose its processor in the next moment, while it
  // holds another one.
  private static final long SLICE_NANOS = 500_000;
  private static final long REST_NANOS = 50_000;

  private final Map<Waiter.Key, Seen> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Waiter.Key, Seen> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private int left;
  private long sliceStart;

  /** From now on so many more than are left. */
  void allow(int more) {
    left += more;
    sliceStart = System.nanoTime();
  }

  /** No more; how many were left. */
  int end() {
    int before = left;
    left = 0;
    return before;
  }

  /** Sees to it that it is known where that one waits; whether it is. */
  boolean at(Waiter waiter) {
    if (waiter.seen() != null) {
      return true;
    }
    Waiter.Key key = waiter.key();
    Seen known = key == null ? null : kept.get(key);
    if (known == null) {
      known = look(waiter);
      if (known != null && key != null) {
        kept.put(key, known);
      }
    }
    if (known == null) {
      return false;
    }
    waiter.seen(known);
    return true;
  }

  private @Nullable Seen look(Waiter waiter) {
    if (left <= 0) {
      return null;
    }
    left--;
    rest();
    Thread thread = waiter.thread();
    if (thread.isVirtual() && waiter.kind() == WaitKind.NONE) {
      StackTraceElement[] mounted = ThreadStacks.of(thread);
      return mounted.length == 0 ? null : Seen.ofMounted(mounted);
    }
    WaitLook look = WaitingThreads.of(thread);
    return look == null ? null : Seen.of(look);
  }

  private void rest() {
    if (System.nanoTime() - sliceStart > SLICE_NANOS) {
      LockSupport.parkNanos(REST_NANOS);
      sliceStart = System.nanoTime();
    }
  }
}
