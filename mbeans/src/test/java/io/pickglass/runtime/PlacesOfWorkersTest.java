package io.pickglass.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.Worker;
import io.pickglass.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each worker has a place of its own, whenever it is looked at. */
@Timeout(60)
class PlacesOfWorkersTest {
  private final Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);
  private final TaskMonitor monitor = Monitors.onSystemClock();
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<ExecutorService> pools = new ArrayList<>();

  @AfterEach
  void close() {
    release.countDown();
    pools.forEach(ExecutorService::close);
  }

  private RuntimeMonitor watched(ExecutorService pool) {
    pools.add(pool);
    assertThat(runtimes.watch(pool, "pool")).isTrue();
    return Objects.requireNonNull(runtimes.named("pool"));
  }

  private void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A worker that is there for a while before the pool knows it. */
  private static final class Late extends ForkJoinWorkerThread {
    private final CountDownLatch begin;

    Late(ForkJoinPool pool, CountDownLatch begin) {
      super(pool);
      this.begin = begin;
    }

    @Override
    public void run() {
      try {
        begin.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      super.run();
    }
  }

  private static long waitsOf(List<? extends Thread> threads) {
    return threads.stream()
        .mapToLong(thread ->
            ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId()).getWaitedCount())
        .sum();
  }

  @Test
  void aWorkerThatIsBeingStartedTakesNobodysPlace() {
    int size = 4;
    List<Late> workers = new ArrayList<>();
    List<CountDownLatch> begins = new ArrayList<>();
    ForkJoinPool pool =
        new ForkJoinPool(
            size,
            owner -> {
              CountDownLatch begin = new CountDownLatch(1);
              begins.add(begin);
              Late worker = new Late(owner, begin);
              workers.add(worker);
              return worker;
            },
            null,
            false);
    RuntimeMonitor runtime = watched(pool);
    ExecutorService tasks = monitor.executor(pool);
    for (int i = 0; i < size; i++) {
      int workersNow = i + 1;
      CountDownLatch held = new CountDownLatch(1);
      tasks.execute(() -> {
        held.countDown();
        await(release);
      });
      Await.until("there is one more", () -> pool.getPoolSize() == workersNow);
      Await.state(workers.getLast(), Thread.State.WAITING);
      // It says that it is where another may be, and is looked at there.
      assertThat(runtime.workers()).hasSizeBetween(i, workersNow);
      begins.getLast().countDown();
      await(held);
      Await.state(workers.getLast(), Thread.State.WAITING);
      assertThat(runtime.workers()).hasSize(workersNow);
      assertThat(runtime.metrics().get(RuntimeMetric.PARK_COUNT)).isEqualTo(waitsOf(workers));
    }
    assertThat(runtime.workers())
        .extracting(Worker::index)
        .containsExactlyElementsOf(
            workers.stream().map(ForkJoinWorkerThread::getPoolIndex).sorted().toList());
    assertThat(runtime.workers())
        .extracting(Worker::threadId)
        .containsExactlyInAnyOrderElementsOf(workers.stream().map(Thread::threadId).toList());
    assertThat(runtime.workers()).extracting(Worker::pollCount).containsOnly(1L);
    assertThat(runtime.metrics().get(RuntimeMetric.POLL_COUNT)).isEqualTo(size);
  }

  @Test
  void threadsThatWereMadeLongBeforeTheyAreUsedHavePlaces() {
    Deque<Thread> made = new ArrayDeque<>();
    LinkedBlockingQueue<Runnable> runs = new LinkedBlockingQueue<>();
    for (int i = 0; i < 3; i++) {
      made.push(new Thread(() -> runs.remove().run()));
    }
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            3,
            1,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            run -> {
              runs.add(run);
              return made.pop();
            });
    pool.allowCoreThreadTimeOut(true);
    RuntimeMonitor runtime = watched(pool);
    for (int i = 1; i <= 3; i++) {
      long round = i;
      CountDownLatch stay = new CountDownLatch(1);
      monitor.executor(pool).execute(() -> await(stay));
      Await.until("it is polled", () -> runtime.metrics().get(RuntimeMetric.POLL_COUNT) == round);
      assertThat(runtime.workers()).extracting(Worker::index).containsExactly(0);
      stay.countDown();
      Await.until("it has left", () -> pool.getPoolSize() == 0);
      assertThat(runtime.metrics().get(RuntimeMetric.POLL_COUNT)).isEqualTo(round);
      // What those who have left did stays, in the histograms, too.
      for (RuntimeDistribution of : RuntimeDistribution.values()) {
        assertThat(runtime.metrics().histogram(of).orElseThrow().count()).isEqualTo(round);
      }
    }
  }

  @Test
  void aThreadIsCalledAsItCallsItselfNow() throws Exception {
    ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(1);
    RuntimeMonitor runtime = watched(pool);
    for (String name : List.of("idle", "order 7")) {
      pool.submit(() -> Thread.currentThread().setName(name)).get();
      assertThat(runtime.workers()).extracting(Worker::threadName).containsExactly(name);
    }
  }
}
