package io.pickglass.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * Everything for which a thread can wait, each as a small program: what one thread does in it, and
 * which rows appear while some are at it. In the rows {@code N} stands for how many; {@code EACH}
 * has a row of its own.
 */
enum Blocking {
  SYNCHRONIZED(
      () -> {
        Object monitor = new Object();
        return new Case(
            () -> {
              synchronized (monitor) {
                return 0;
              }
            },
            release -> {
              synchronized (monitor) {
                return release.await(1, TimeUnit.DAYS);
              }
            });
      },
      "N monitor Object public synchronized by holder []"),
  OBJECT_WAIT(
      () -> {
        Object monitor = new Object();
        return new Case(() -> {
          synchronized (monitor) {
            monitor.wait();
            return 0;
          }
        });
      },
      "N monitor Object public Object.wait by - []"),
  REENTRANT_LOCK(
      () -> {
        ReentrantLock lock = new ReentrantLock(true);
        return new Case(
            () -> {
              lock.lockInterruptibly();
              return 0;
            },
            release -> {
              lock.lock();
              return release.await(1, TimeUnit.DAYS);
            });
      },
      "N lock ReentrantLock public ReentrantLock.lockInterruptibly by holder [holds=1, fair=true]"),
  READ_LOCK(
      () -> {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        return new Case(
            () -> {
              lock.readLock().lockInterruptibly();
              return 0;
            },
            release -> {
              lock.writeLock().lock();
              return release.await(1, TimeUnit.DAYS);
            });
      },
      "N lock ReentrantReadWriteLock public ReentrantReadWriteLock.ReadLock.lockInterruptibly by"
          + " holder [readers=0, writeHolds=1, fair=false]"),
  WRITE_LOCK(
      () -> {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        return new Case(
            () -> {
              lock.writeLock().lockInterruptibly();
              return 0;
            },
            release -> {
              lock.readLock().lock();
              return release.await(1, TimeUnit.DAYS);
            });
      },
      "N lock ReentrantReadWriteLock public ReentrantReadWriteLock.WriteLock.lockInterruptibly by"
          + " - [readers=1, writeHolds=0, fair=false]"),
  STAMPED_LOCK(
      () -> {
        StampedLock lock = new StampedLock();
        lock.writeLock();
        return new Case(lock::readLockInterruptibly);
      },
      "N lock StampedLock public StampedLock.readLockInterruptibly by - [readers=0, writing=true]"),
  CONDITION(
      () -> {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        return new Case(() -> {
          lock.lock();
          try {
            condition.await();
            return 0;
          } finally {
            lock.unlock();
          }
        });
      },
      "N condition Condition public AbstractQueuedSynchronizer.ConditionObject.await by - []"),
  SEMAPHORE(
      () -> {
        Semaphore semaphore = new Semaphore(2);
        return new Case(() -> {
          semaphore.acquire(3);
          return 0;
        });
      },
      "N semaphore Semaphore public Semaphore.acquire by - [permits=2]"),
  LATCH(
      () -> {
        CountDownLatch latch = new CountDownLatch(7);
        return new Case(() -> {
          latch.await();
          return 0;
        });
      },
      "N latch CountDownLatch public CountDownLatch.await by - [count=7]"),
  BARRIER(
      () -> new Case(new CyclicBarrier(1_000)::await),
      "N barrier CyclicBarrier public CyclicBarrier.await by - []",
      "N condition Condition of CyclicBarrier CyclicBarrier.await by - []"),
  PHASER(
      () -> {
        Phaser phaser = new Phaser(1);
        return new Case(() -> phaser.awaitAdvanceInterruptibly(0));
      },
      "N phaser Phaser public Phaser.awaitAdvanceInterruptibly by -"
          + " [phase=0, parties=1, unarrived=1]"),
  EXCHANGER(
      () -> {
        // Two of them would not wait.
        return new Case(() -> new Exchanger<Integer>().exchange(1));
      },
      "EACH exchanger Exchanger public Exchanger.exchange by - []"),
  ARRAY_BLOCKING_QUEUE(
      () -> new Case(new ArrayBlockingQueue<>(1)::take), queue("ArrayBlockingQueue.take")),
  ARRAY_BLOCKING_QUEUE_FULL(
      () -> {
        BlockingQueue<Integer> full = new ArrayBlockingQueue<>(1, false, List.of(1));
        return new Case(() -> {
          full.put(2);
          return 0;
        });
      },
      queue("ArrayBlockingQueue.put")),
  LINKED_BLOCKING_QUEUE(
      () -> new Case(new LinkedBlockingQueue<>()::take), queue("LinkedBlockingQueue.take")),
  LINKED_BLOCKING_DEQUE(
      () -> new Case(new LinkedBlockingDeque<>()::takeLast), queue("LinkedBlockingDeque.takeLast")),
  PRIORITY_BLOCKING_QUEUE(
      () -> new Case(new PriorityBlockingQueue<Integer>()::take),
      queue("PriorityBlockingQueue.take")),
  DELAY_QUEUE(() -> new Case(new DelayQueue<Delayed>()::take), queue("DelayQueue.take")),
  SYNCHRONOUS_QUEUE(
      () -> new Case(new SynchronousQueue<>()::take),
      "N queue SynchronousQueue public SynchronousQueue.take by - []"),
  LINKED_TRANSFER_QUEUE(
      () -> new Case(new LinkedTransferQueue<>()::take),
      "N queue LinkedTransferQueue public LinkedTransferQueue.take by - []"),
  COMPLETABLE_FUTURE(
      () -> new Case(new CompletableFuture<>()::get),
      "N future CompletableFuture public CompletableFuture.get by - []"),
  FUTURE_TASK(
      () -> {
        FutureTask<Object> neverRun = new FutureTask<>(() -> 0);
        return new Case(neverRun::get);
      },
      "N future FutureTask public FutureTask.get by - []"),
  CLOSE_OF_A_POOL(
      () -> {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        var _ = pool.submit(() -> new CountDownLatch(1).await(1, TimeUnit.DAYS));
        pool.shutdown();
        return new Case(() -> pool.awaitTermination(1, TimeUnit.DAYS), pool::shutdownNow);
      },
      "N condition Condition of Executors Executors.DelegatedExecutorService.awaitTermination by -"
          + " []",
      "N pool Executors public Executors.DelegatedExecutorService.awaitTermination by - []"),
  SLEEP(
      () ->
          new Case(() -> {
            Thread.sleep(TimeUnit.DAYS.toMillis(1));
            return 0;
          }),
      "N timer Thread public Thread.sleep by - []"),
  PARK(
      () ->
          new Case(() -> {
            while (!Thread.interrupted()) {
              LockSupport.park();
            }
            return 0;
          }),
      "N other LockSupport public LockSupport.park by - []");

  private final Supplier<Case> program;
  private final List<String> rows;

  /** What a thread does. */
  interface Step {
    Object run() throws Exception;
  }

  /** What the thread does that has what the others wait for. */
  interface Held {
    Object run(CountDownLatch release) throws Exception;
  }

  /** One run of it. */
  record Case(Step step, Held holder, Runnable end) {
    Case(Step step) {
      this(step, _ -> 0, () -> {});
    }

    Case(Step step, Held holder) {
      this(step, holder, () -> {});
    }

    Case(Step step, Runnable end) {
      this(step, _ -> 0, end);
    }
  }

  Blocking(Supplier<Case> program, String... rows) {
    this.program = program;
    this.rows = List.of(rows);
  }

  private static String[] queue(String call) {
    String type = call.substring(0, call.indexOf('.'));
    return new String[] {
      "N condition Condition of " + type + " " + call + " by - []",
      "N queue " + type + " public " + call + " by - []"
    };
  }

  Case start() {
    return program.get();
  }

  /** The rows that so many threads make, sorted. */
  List<String> rows(int threads) {
    List<String> all = new ArrayList<>();
    for (String row : rows) {
      if (row.startsWith("EACH")) {
        all.addAll(Collections.nCopies(threads, row.replaceFirst("^EACH", "1")));
      } else {
        all.add(row.replaceFirst("^N", Integer.toString(threads)));
      }
    }
    return all;
  }
}
