package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.ACTIVE_COUNT;
import static io.pickglass.catalog.RuntimeMetric.COMPLETED_COUNT;
import static io.pickglass.catalog.RuntimeMetric.DELAYED_COUNT;
import static io.pickglass.catalog.RuntimeMetric.GLOBAL_QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.IDLE_WORKER_COUNT;
import static io.pickglass.catalog.RuntimeMetric.LOCAL_QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.MAX_POOL_SIZE;
import static io.pickglass.catalog.RuntimeMetric.POOL_SIZE;
import static io.pickglass.catalog.RuntimeMetric.QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.QUEUE_REMAINING_CAPACITY;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.catalog.RuntimeKind;
import io.pickglass.jdk.PoolAccess;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** A ThreadPoolExecutor of the application, which may go away. */
final class ThreadPoolSource implements RuntimeSource {
  // They do not look at what is put into them.
  private static final Set<Class<?>> BLIND_QUEUES =
      Set.of(
          LinkedBlockingQueue.class,
          ArrayBlockingQueue.class,
          LinkedBlockingDeque.class,
          LinkedTransferQueue.class,
          SynchronousQueue.class);

  // A queue with room for so many is looked through in some microseconds.
  private static final int SEARCHED = 10_000;

  private final WeakReference<ThreadPoolExecutor> reference;

  ThreadPoolSource(ThreadPoolExecutor pool) {
    this.reference = new WeakReference<>(pool);
  }

  @Override
  public RuntimeKind kind() {
    return RuntimeKind.THREAD_POOL;
  }

  @Override
  public boolean isOf(Object runtime) {
    return reference.get() == runtime;
  }

  @Override
  public boolean isGone() {
    ThreadPoolExecutor pool = reference.get();
    return pool == null || pool.isShutdown();
  }

  @Override
  public Values values() {
    ThreadPoolExecutor pool = reference.get();
    // Whoever terminates a pool may keep the lock that its getters want.
    return pool == null || pool.isShutdown() ? new Values() : of(pool);
  }

  private static Values of(ThreadPoolExecutor pool) {
    long size = pool.getPoolSize();
    long active = Math.min(size, pool.getActiveCount());
    long queued = pool.getQueue().size();
    Values values = new Values();
    values.put(WORKER_COUNT, pool.getCorePoolSize());
    values.put(POOL_SIZE, size);
    values.put(MAX_POOL_SIZE, pool.getMaximumPoolSize());
    values.put(ACTIVE_COUNT, active);
    values.put(IDLE_WORKER_COUNT, size - active);
    values.put(COMPLETED_COUNT, pool.getCompletedTaskCount());
    if (pool instanceof ScheduledThreadPoolExecutor) {
      // Its queue holds what is not due yet, too; which is which it does not tell.
      values.put(DELAYED_COUNT, queued);
    } else {
      values.put(QUEUE_DEPTH, queued);
      values.put(GLOBAL_QUEUE_DEPTH, queued);
      values.put(LOCAL_QUEUE_DEPTH, 0);
      values.put(QUEUE_REMAINING_CAPACITY, pool.getQueue().remainingCapacity());
    }
    return values;
  }

  @Override
  public @Nullable List<Thread> workers(PlatformThreads threads) {
    ThreadPoolExecutor pool = reference.get();
    return pool == null ? List.of() : PoolAccess.threads(pool);
  }

  @Override
  public void seat(Seats seats, List<Thread> workers, Map<Thread, ThreadFacts> facts, long now) {
    seats.taken(workers, facts, now);
  }

  @Override
  public boolean knowsWorkers() {
    return PoolAccess.isOpen();
  }

  @Override
  public boolean knowsPolls() {
    return true;
  }

  @Override
  public boolean takesProbes() {
    ThreadPoolExecutor pool = reference.get();
    // Hooks of a subclass would see what they do not know, and so might a queue.
    return pool != null
        && (isScheduled(pool)
            || pool.getClass() == ThreadPoolExecutor.class
                && BLIND_QUEUES.contains(pool.getQueue().getClass()));
  }

  private static boolean isScheduled(ThreadPoolExecutor pool) {
    return pool.getClass() == ScheduledThreadPoolExecutor.class;
  }

  @Override
  public Answer offer(Runnable probe) {
    ThreadPoolExecutor pool = reference.get();
    if (pool == null || pool.isShutdown() || isFree(pool)) {
      return Answer.FREE;
    }
    if (isScheduled(pool)) {
      // All threads that it will have are there, so this starts none.
      pool.execute(probe);
      return Answer.TAKEN;
    }
    // Not through execute: that may call the application's handler of rejections.
    if (!pool.getQueue().offer(probe)) {
      return Answer.FULL;
    }
    if (pool.getPoolSize() == 0) {
      // The last thread has just left, and did not see it: it would keep the pool from terminating.
      pool.remove(probe);
      return Answer.FREE;
    }
    return Answer.TAKEN;
  }

  /** Whether a task would run at once, on a thread that waits or on a new one. */
  private static boolean isFree(ThreadPoolExecutor pool) {
    int size = pool.getPoolSize();
    int active = pool.getActiveCount();
    if (size == 0 || size < pool.getCorePoolSize()) {
      return true;
    }
    if (isScheduled(pool)) {
      return active < size;
    }
    BlockingQueue<Runnable> queue = pool.getQueue();
    boolean mayGrow = queue.remainingCapacity() == 0 && size < pool.getMaximumPoolSize();
    return mayGrow || active < size && queue.isEmpty();
  }

  @Override
  public boolean isDeserted() {
    ThreadPoolExecutor pool = reference.get();
    return pool == null || !pool.isShutdown() && pool.getPoolSize() == 0;
  }

  /**
   * {@inheritDoc}
   *
   * <p>So does {@link ThreadPoolExecutor.DiscardOldestPolicy}, or an application that empties the
   * queue. A long queue is not searched, as that locks it: there only an empty one tells.
   */
  @Override
  public boolean isDropped(Runnable probe) {
    ThreadPoolExecutor pool = reference.get();
    if (pool == null) {
      return true;
    }
    BlockingQueue<Runnable> queue = pool.getQueue();
    boolean small = (long) queue.size() + queue.remainingCapacity() <= SEARCHED;
    return queue.isEmpty() || small && !isScheduled(pool) && !queue.contains(probe);
  }

  @Override
  public void takeBack(Runnable probe) {
    ThreadPoolExecutor pool = reference.get();
    if (pool != null) {
      // Not from its queue: a pool that is shut down waits for the last to leave that.
      pool.remove(probe);
    }
  }
}
