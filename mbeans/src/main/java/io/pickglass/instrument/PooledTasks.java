package io.pickglass.instrument;

import io.pickglass.model.Place;
import io.pickglass.task.View;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that the program has given to its own thread pools. A pool's queue, its hooks and its
 * handlers see the program's objects, so nothing is put in their place: what is known of a task
 * stands beside it, from its handing over to its run, under its identity.
 *
 * <p>Threads: any; a table without a common lock.
 *
 * <p>Bounds: as many as the program's own queues hold. What is not run any more (refused, drained,
 * removed) is over when it is said so, or when the collector has taken it.
 */
public final class PooledTasks {
  private final ConcurrentHashMap<Object, Waiting> waiting = new ConcurrentHashMap<>();
  private final ReferenceQueue<Runnable> gone = new ReferenceQueue<>();

  private final ThreadLocal<@Nullable Boolean> says = new ThreadLocal<>();

  // What runs on virtual threads that are themselves tasks: those have no place for another.
  private final ThreadLocal<@Nullable PooledTask> onVirtual = new ThreadLocal<>();

  /** What waits under the identity of one object; it may have been handed over several times. */
  private static final class Waiting extends WeakReference<Runnable> {
    private final int hash;

    // One is the rule: the others have a place of their own, made when there is a second. Under the
    // table's lock of this entry, but for the first one's way into it.
    private @Nullable PooledTask only;
    private @Nullable ArrayDeque<PooledTask> several;

    Waiting(Runnable code, ReferenceQueue<Runnable> gone, PooledTask task) {
      super(code, gone);
      this.hash = System.identityHashCode(code);
      this.only = task;
    }

    /** The tasks of another, which has one, come after those that are here. */
    Waiting with(Waiting other) {
      ArrayDeque<PooledTask> all = several;
      if (all == null) {
        all = new ArrayDeque<>(4);
        if (only != null) {
          all.add(only);
        }
        several = all;
        only = null;
      }
      if (other.only != null) {
        all.add(other.only);
      }
      return this;
    }

    @Nullable PooledTask take(boolean latest) {
      PooledTask taken = only;
      only = null;
      return several == null ? taken : latest ? several.pollLast() : several.pollFirst();
    }

    boolean isEmpty() {
      return only == null && (several == null || several.isEmpty());
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || other instanceof Waiting it && it.get() == get() && get() != null;
    }
  }

  /** Takes one of those that wait under an identity. */
  private static final class Taking implements BiFunction<Object, Waiting, @Nullable Waiting> {
    private final Runnable code;
    private final boolean latest;
    private @Nullable PooledTask taken;

    Taking(Runnable code, boolean latest) {
      this.code = code;
      this.latest = latest;
    }

    @Override
    public @Nullable Waiting apply(Object key, Waiting known) {
      taken = known.take(latest);
      return known.isEmpty() ? null : known;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(code);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Waiting it && it.get() == code;
    }

    @Nullable PooledTask from(ConcurrentHashMap<Object, Waiting> waiting) {
      var _ = waiting.computeIfPresent(this, this);
      return taken;
    }
  }

  /** A pool was given that: the wake of a task. */
  public void handed(View view, Place place, Runnable code) {
    endGone();
    PooledTask task = new PooledTask(view, place);
    task.begin();
    Waiting own = new Waiting(code, gone, task);
    var _ = waiting.merge(own, own, Waiting::with);
  }

  /** A pool has refused that, which was handed over just before. */
  public void refused(Runnable code) {
    PooledTask task = new Taking(code, true).from(waiting);
    if (task != null) {
      task.endUnpolled();
    }
  }

  /** The calling thread begins its life as a worker; it will say of each task that it begins. */
  public void workerStarts() {
    says.set(true);
  }

  /**
   * The calling worker has got that. One that is older than we are says no more than that, but
   * perhaps twice.
   */
  public void taken(Runnable code) {
    if (says.get() == null && running() == null) {
      begins(code);
    }
  }

  /** The calling worker runs that next. */
  public void begins(Runnable code) {
    PooledTask task = new Taking(code, false).from(waiting);
    if (task != null) {
      task.begins(code);
      if (Thread.currentThread().isVirtual()) {
        onVirtual.set(task);
      }
    }
  }

  /** The calling worker has run its task, if it has one of ours. */
  public void ended(@Nullable Throwable thrown) {
    PooledTask task = running();
    if (task != null) {
      onVirtual.remove();
      task.ended(thrown);
    }
  }

  private @Nullable PooledTask running() {
    return PollOfThread.current() instanceof PooledTask task
        ? task
        : Thread.currentThread().isVirtual() ? onVirtual.get() : null;
  }

  private void endGone() {
    for (Object it = gone.poll(); it != null; it = gone.poll()) {
      Waiting collected = (Waiting) it;
      waiting.remove(collected);
      for (PooledTask task = collected.take(false); task != null; task = collected.take(false)) {
        task.endUnpolled();
      }
    }
  }
}
