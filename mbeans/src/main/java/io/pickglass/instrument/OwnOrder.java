package io.pickglass.instrument;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.LongAdder;

/**
 * Executors whose queue orders what it is given by what the application knows of it: by a
 * Comparator that expects its tasks, or by futures of its own making. An object of ours would not
 * be understood there, and so nothing is given to them but what the application gives.
 */
final class OwnOrder {
  private static final LongAdder SKIPPED = new LongAdder();

  // Exactly these: a subclass may do as it likes.
  private static final Class<?>[] FIRST_COME = {
    ArrayBlockingQueue.class,
    LinkedBlockingDeque.class,
    LinkedBlockingQueue.class,
    LinkedTransferQueue.class,
    SynchronousQueue.class
  };

  private OwnOrder() {}

  /** Whether it is such an executor; if so, it is counted. */
  static boolean skips(ExecutorService executor) {
    boolean skips =
        executor instanceof ThreadPoolExecutor pool
            && pool.getQueue() instanceof PriorityBlockingQueue<?> queue
            // Without a Comparator it is a subclass that makes futures which can be compared.
            && (queue.comparator() != null || pool.getClass() != ThreadPoolExecutor.class);
    if (skips) {
      SKIPPED.increment();
    }
    return skips;
  }

  /**
   * Whether its queue may compare its tasks with each other. Of most it is known that they do not.
   */
  static boolean mayCompare(ExecutorService executor) {
    return !(executor instanceof ThreadPoolExecutor pool
        && pool.getQueue() instanceof BlockingQueue<?> queue
        && Arrays.asList(FIRST_COME).contains(queue.getClass()));
  }

  /** How many executors were left alone. */
  static long skippedCount() {
    return SKIPPED.sum();
  }
}
