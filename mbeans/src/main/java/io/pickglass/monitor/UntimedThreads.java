package io.pickglass.monitor;

import io.pickglass.jdk.AllVirtualThreads;
import io.pickglass.jdk.VirtualThreadAccess;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads that lived before the agent came, and that nobody watches. They are looked
 * for once, when somebody asks, for that takes a third of a second among a million; none is kept
 * from the collector.
 *
 * <p>Threads: any.
 *
 * <p>Bounds: the first {@value #MOST}.
 */
public final class UntimedThreads {
  /** So many are known. */
  public static final int MOST = 100_000;

  // The JDK waits for sockets in virtual threads of its own.
  private static final String POLLER = "SubPoller-";

  // Threads of lower numbers lived before; 0 if nobody asks for those. Under this object's monitor.
  private long before;
  private @Nullable List<WeakReference<Thread>> found;

  UntimedThreads() {}

  /** Those that live now are to be known; or none any more. */
  public synchronized void list(boolean on) {
    // A number that no thread has had, and all that are made after this have greater ones.
    before = on ? new Thread(() -> {}).threadId() : 0;
    found = null;
  }

  /** Those of them that live. */
  public synchronized List<Thread> living() {
    List<Thread> living = new ArrayList<>();
    if (before == 0 || VirtualThreadAccess.problem() != null) {
      return living;
    }
    List<WeakReference<Thread>> known = found == null ? search() : found;
    for (WeakReference<Thread> each : known) {
      Thread thread = each.get();
      if (thread != null && thread.isAlive()) {
        living.add(thread);
      }
    }
    if (found == null || living.size() < known.size()) {
      found = living.stream().map(WeakReference::new).toList();
    }
    return living;
  }

  /** The one of them with that number; null if it does not live. */
  public @Nullable Thread living(long number) {
    return living().stream().filter(each -> each.threadId() == number).findFirst().orElse(null);
  }

  private List<WeakReference<Thread>> search() {
    List<WeakReference<Thread>> all = new ArrayList<>();
    for (Iterator<Thread> threads = AllVirtualThreads.now().iterator();
        threads.hasNext() && all.size() < MOST; ) {
      Thread thread = threads.next();
      if (thread.threadId() < before && !isWatched(thread) && !isOfTheJdk(thread)) {
        all.add(new WeakReference<>(thread));
      }
    }
    return all;
  }

  private static boolean isWatched(Thread thread) {
    return VirtualThreadAccess.runContinuation(thread) instanceof Polled;
  }

  private static boolean isOfTheJdk(Thread thread) {
    return thread.getName().startsWith(POLLER);
  }
}
