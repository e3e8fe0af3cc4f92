package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.ACTIVE_COUNT;
import static io.pickglass.catalog.RuntimeMetric.COMPENSATION_COUNT;
import static io.pickglass.catalog.RuntimeMetric.DELAYED_COUNT;
import static io.pickglass.catalog.RuntimeMetric.GLOBAL_QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.IDLE_WORKER_COUNT;
import static io.pickglass.catalog.RuntimeMetric.LOCAL_QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.POOL_SIZE;
import static io.pickglass.catalog.RuntimeMetric.QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.STEAL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import java.util.concurrent.ForkJoinPool;

/** What any ForkJoinPool says of itself; each number is as of its own instant. */
final class ForkJoinNumbers {
  private ForkJoinNumbers() {}

  static Values of(ForkJoinPool pool) {
    long size = pool.getPoolSize();
    long active = Math.min(size, pool.getActiveThreadCount());
    long global = pool.getQueuedSubmissionCount();
    long local = pool.getQueuedTaskCount();
    Values values = new Values();
    values.put(WORKER_COUNT, pool.getParallelism());
    values.put(POOL_SIZE, size);
    values.put(ACTIVE_COUNT, active);
    values.put(IDLE_WORKER_COUNT, size - active);
    values.put(COMPENSATION_COUNT, Math.max(0, size - pool.getParallelism()));
    values.put(QUEUE_DEPTH, global + local);
    values.put(GLOBAL_QUEUE_DEPTH, global);
    values.put(LOCAL_QUEUE_DEPTH, local);
    values.put(DELAYED_COUNT, pool.getDelayedTaskCount());
    values.put(STEAL_COUNT, pool.getStealCount());
    return values;
  }

  /** Whether a task that is submitted now would have to wait for a thread. */
  static boolean isTaken(ForkJoinPool pool) {
    return pool.getActiveThreadCount() >= pool.getParallelism()
        || pool.hasQueuedSubmissions()
        || pool.getQueuedTaskCount() > 0;
  }
}
