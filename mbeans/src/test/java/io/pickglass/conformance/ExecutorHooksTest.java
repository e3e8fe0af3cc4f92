package io.pickglass.conformance;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.WatchedExecutor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the application's own code sees inside of an executor that is watched. */
@Timeout(60)
class ExecutorHooksTest {
  private final TaskMonitor monitor = Monitors.onSystemClock();

  /** A pool of one thread that notes what its hooks are given. */
  private static final class Hooked extends ThreadPoolExecutor {
    private final List<Runnable> before = Collections.synchronizedList(new ArrayList<>());
    private final List<Runnable> after = Collections.synchronizedList(new ArrayList<>());
    private final List<Runnable> rejected = Collections.synchronizedList(new ArrayList<>());

    Hooked() {
      super(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(1));
      setRejectedExecutionHandler((task, pool) -> rejected.add(task));
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      before.add(task);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
      after.add(task);
    }
  }

  private static List<Runnable> unwrapped(List<Runnable> tasks) {
    return tasks.stream().map(TaskMonitor::unwrapped).toList();
  }

  @Test
  void hooksFindTheirOwnObjectInOurs() throws Exception {
    Hooked pool = new Hooked();
    Runnable mine = () -> {};
    Runnable refused = () -> {};
    CountDownLatch release;
    Runnable occupying;
    // Watched twice: there are two of our objects around it.
    try (ExecutorService executor = monitor.executor(monitor.executor(pool))) {
      release = ExecutorProgram.occupy(executor);
      occupying = TaskMonitor.unwrapped(pool.before.getFirst());
      executor.execute(mine);
      assertThat(unwrapped(List.copyOf(pool.getQueue()))).isEqualTo(List.of(mine));
      executor.execute(refused);
      release.countDown();
    }
    assertThat(unwrapped(pool.before)).isEqualTo(List.of(occupying, mine));
    assertThat(unwrapped(pool.after)).isEqualTo(List.of(occupying, mine));
    assertThat(unwrapped(pool.rejected)).isEqualTo(List.of(refused));
    assertThat(pool.before).doesNotContain(mine);
  }

  private record Comparing() implements Runnable, Comparable<Comparing> {
    @Override
    public void run() {}

    @Override
    public int compareTo(Comparing other) {
      return 0;
    }
  }

  @Test
  void hooksFindTheirOwnObjectAlsoWhileTheMonitorIsOff() {
    Hooked pool = new Hooked();
    Runnable mine = new Comparing();
    try (ExecutorService executor = monitor.enabled(false).executor(pool)) {
      executor.execute(mine);
    }
    assertThat(unwrapped(pool.before)).isEqualTo(List.of(mine));
  }

  @Test
  void hooksSeeTheFutureThatWasReturned() {
    Hooked pool = new Hooked();
    Future<?> future;
    try (ExecutorService executor = monitor.executor(pool)) {
      future = executor.submit(() -> 17);
    }
    assertThat(pool.before).isEqualTo(List.of(future));
    assertThat(pool.after).isEqualTo(List.of(future));
    assertThat(unwrapped(pool.after)).isEqualTo(List.of(future));
    assertThat(future).isInstanceOf(FutureTask.class);
  }

  private record Ranked(int rank, List<Integer> ran) implements Runnable {
    @Override
    public void run() {
      ran.add(rank);
    }
  }

  private static final class RankedFuture<V> extends FutureTask<V>
      implements Comparable<RankedFuture<?>> {
    private final int rank;

    RankedFuture(Runnable code, V value) {
      super(code, value);
      this.rank = ((Ranked) code).rank();
    }

    @Override
    public int compareTo(RankedFuture<?> other) {
      return Integer.compare(rank, other.rank);
    }
  }

  /** A pool that makes futures which can be ordered, of tasks that it knows. */
  private static final class OwnFutures extends ThreadPoolExecutor {
    OwnFutures(BlockingQueue<Runnable> queue) {
      super(1, 1, 1, TimeUnit.MINUTES, queue);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable code, T value) {
      return code instanceof Ranked
          ? new RankedFuture<>(code, value)
          : super.newTaskFor(code, value);
    }
  }

  private interface Giving {
    void give(ExecutorService executor, Runnable task);
  }

  private void ranInOrderAndUnwatched(ThreadPoolExecutor pool, Giving giving) throws Exception {
    long skipped = WatchedExecutor.skippedCount();
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService executor = monitor.executor(pool)) {
      assertThat(executor).isSameAs(pool);
      CountDownLatch release = ExecutorProgram.occupy(executor);
      for (int rank : new int[] {3, 1, 2}) {
        giving.give(executor, new Ranked(rank, ran));
      }
      release.countDown();
    }
    assertThat(ran).isEqualTo(List.of(1, 2, 3));
    assertThat(monitor.cumulative().get(INSTRUMENTED_COUNT)).isZero();
    assertThat(WatchedExecutor.skippedCount() - skipped).isEqualTo(1);
  }

  @Test
  void aQueueWithAComparatorGetsTheApplicationsOwnObjects() throws Exception {
    Comparator<Runnable> byRank = Comparator.comparing(task -> ((Ranked) task).rank());
    ranInOrderAndUnwatched(
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new PriorityBlockingQueue<>(9, byRank)),
        ExecutorService::execute);
  }

  @Test
  void anOrderedQueueGetsTheFuturesThatTheExecutorMakes() throws Exception {
    ranInOrderAndUnwatched(new OwnFutures(new PriorityBlockingQueue<>()), ExecutorService::submit);
  }

  @Test
  void wherePlainQueuesOrNaturalOrderAreInTheWayNothingIsSkipped() throws Exception {
    long skipped = WatchedExecutor.skippedCount();
    Callable<Integer> code = () -> 17;
    for (ExecutorService pool :
        List.of(
            Executors.newSingleThreadExecutor(),
            new OwnFutures(new LinkedBlockingQueue<>()),
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new PriorityBlockingQueue<>()))) {
      try (ExecutorService executor = monitor.executor(pool)) {
        assertThat(executor.submit(code).get()).isEqualTo(17);
      }
    }
    assertThat(monitor.cumulative().get(ENDED_COUNT)).isEqualTo(3);
    assertThat(WatchedExecutor.skippedCount()).isEqualTo(skipped);
  }
}
