package io.pickglass.instrument;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * How it is found out that an executor has dropped a task without a word: what it was given is gone
 * from the heap, and so nobody can run it any more.
 *
 * <p>Threads: any. The task refers to this object and not to what carries it; the collector puts
 * this object into the queue, whoever looks there next ends the task.
 */
final class Dropped extends WeakReference<Runnable> {
  private static final ReferenceQueue<Runnable> GONE = new ReferenceQueue<>();

  private final PlainTask task;

  Dropped(Runnable carrier, PlainTask task) {
    super(carrier, GONE);
    this.task = task;
  }

  /** Ends the tasks that were dropped. Where there is none, it costs one read. */
  static void endAll() {
    try {
      for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
        ((Dropped) gone).task.endUnpolled();
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }
}
