package io.pickglass.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What pools keep to themselves: the threads of a thread pool, the steals of each worker. It can be
 * had where {@code java.util.concurrent} is open to us, and nothing depends on it but these.
 *
 * <p>Threads: any; nobody is waited for.
 */
public final class PoolAccess {
  private static final @Nullable Handles HANDLES = Handles.openOrNull();

  private PoolAccess() {}

  /** Whether {@code java.util.concurrent} is open to us, and as we know it. */
  public static boolean isOpen() {
    return HANDLES != null;
  }

  /** How often that worker took a task from elsewhere than its own queue; -1 if not known. */
  public static long stealCount(ForkJoinWorkerThread worker) {
    if (HANDLES == null) {
      return -1;
    }
    Object queue = HANDLES.queue.get(worker);
    return Integer.toUnsignedLong((int) HANDLES.steals.getOpaque(queue));
  }

  /** The threads of a pool; null if they cannot be known, or not at this moment. */
  public static @Nullable List<Thread> threads(ThreadPoolExecutor pool) {
    if (HANDLES == null) {
      return null;
    }
    ReentrantLock lock = (ReentrantLock) HANDLES.lock.get(pool);
    // The pool's own getters take it, too; but whoever terminates a pool keeps it for as long as
    // the application likes.
    if (!lock.tryLock()) {
      return null;
    }
    try {
      List<Thread> threads = new ArrayList<>();
      for (Object worker : (Set<?>) HANDLES.workers.get(pool)) {
        threads.add((Thread) HANDLES.thread.get(worker));
      }
      return threads;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The pool for which a platform thread works; null if it is no worker, or it cannot be known: the
   * pool's factory has put something else than the worker into the thread.
   */
  public static @Nullable ThreadPoolExecutor poolOf(Thread thread) {
    if (HANDLES == null || HANDLES.holder == null || HANDLES.task == null) {
      return null;
    }
    Object holder = HANDLES.holder.get(thread);
    Object task = holder == null ? null : HANDLES.task.get(holder);
    return task != null && task.getClass() == HANDLES.workerType
        ? (ThreadPoolExecutor) HANDLES.pool.get(task)
        : null;
  }

  /** Whether that thread is a worker of a thread pool that has nothing to do. */
  public static boolean isIdleWorker(Thread thread) {
    if (HANDLES == null || HANDLES.holder == null || HANDLES.task == null) {
      return false;
    }
    Object holder = HANDLES.holder.get(thread);
    Object task = holder == null ? null : HANDLES.task.get(holder);
    if (task == null || task.getClass() != HANDLES.workerType) {
      return false;
    }
    // A worker is its own lock, which it holds while it runs a task.
    Long state = Synchronizers.stateOf(task);
    return state != null && state == 0;
  }

  /** The thread of a thread pool's worker; null if it cannot be known. */
  public static @Nullable Thread thread(Object worker) {
    return HANDLES == null ? null : (Thread) HANDLES.thread.get(worker);
  }

  private record Handles(
      Class<?> workerType,
      VarHandle lock,
      VarHandle workers,
      VarHandle thread,
      VarHandle pool,
      VarHandle queue,
      VarHandle steals,
      @Nullable VarHandle holder,
      @Nullable VarHandle task) {
    static @Nullable Handles openOrNull() {
      try {
        return open();
      } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
        return null;
      }
    }

    private static Handles open() throws ReflectiveOperationException {
      Class<?> worker = Class.forName("java.util.concurrent.ThreadPoolExecutor$Worker");
      Class<?> queue = Class.forName("java.util.concurrent.ForkJoinPool$WorkQueue");
      Lookup own = MethodHandles.lookup();
      Lookup pool = MethodHandles.privateLookupIn(ThreadPoolExecutor.class, own);
      Lookup forkJoin = MethodHandles.privateLookupIn(ForkJoinWorkerThread.class, own);
      return new Handles(
          worker,
          pool.findVarHandle(ThreadPoolExecutor.class, "mainLock", ReentrantLock.class),
          pool.findVarHandle(ThreadPoolExecutor.class, "workers", java.util.HashSet.class),
          pool.findVarHandle(worker, "thread", Thread.class),
          pool.findVarHandle(worker, "this$0", ThreadPoolExecutor.class),
          forkJoin.findVarHandle(ForkJoinWorkerThread.class, "workQueue", queue),
          forkJoin.findVarHandle(queue, "nsteals", int.class),
          holderOrNull(),
          taskOrNull());
    }

    // What a thread was made with stands in java.lang, which is opened apart.
    private static @Nullable VarHandle holderOrNull() {
      return fieldOrNull(Thread.class, "holder", "java.lang.Thread$FieldHolder");
    }

    private static @Nullable VarHandle taskOrNull() {
      try {
        Class<?> holder = Class.forName("java.lang.Thread$FieldHolder");
        return fieldOrNull(holder, "task", "java.lang.Runnable");
      } catch (ClassNotFoundException e) {
        return null;
      }
    }

    private static @Nullable VarHandle fieldOrNull(Class<?> type, String name, String of) {
      try {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
            .findVarHandle(type, name, Class.forName(of));
      } catch (ReflectiveOperationException | InaccessibleObjectException e) {
        return null;
      }
    }
  }
}
