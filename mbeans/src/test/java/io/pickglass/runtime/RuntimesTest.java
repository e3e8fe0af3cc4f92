package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.catalog.RuntimeKind;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.Worker;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.sampling.IntervalReader;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pools come, change and go; the registry follows and keeps none of them. */
@Timeout(60)
class RuntimesTest {
  private final Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);
  private final Sampler sampler =
      new Sampler(
          new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 1),
          runtimes,
          InstantSource.system(),
          5);
  private final List<ExecutorService> pools = new ArrayList<>();

  @AfterEach
  void closePools() {
    pools.forEach(ExecutorService::shutdownNow);
  }

  private <P extends ExecutorService> P closedLater(P pool) {
    pools.add(pool);
    return pool;
  }

  private RuntimeMonitor watch(Executor pool, String name) {
    assertThat(runtimes.watch(pool, name)).isTrue();
    return named(name);
  }

  private RuntimeMonitor named(String name) {
    return Objects.requireNonNull(runtimes.named(name));
  }

  private List<String> names() {
    return runtimes.all().stream().map(RuntimeMonitor::name).toList();
  }

  @Test
  void onlyPoolsThatTellOfThemselvesAreWatched() {
    assertThat(runtimes.watch(Runnable::run, "direct")).isFalse();
    assertThat(runtimes.watch(closedLater(Executors.newSingleThreadExecutor()), "one")).isFalse();
    ForkJoinPool over = new ForkJoinPool(1);
    over.shutdown();
    assertThat(runtimes.watch(over, "over")).isFalse();
    assertThat(names()).isEmpty();
    assertThat(watch(ForkJoinPool.commonPool(), "common").kind())
        .isEqualTo(RuntimeKind.FORK_JOIN_POOL);
  }

  @Test
  void namesAreRepairedAndTheSchedulersIsItsOwn() {
    runtimes.watchVirtualThreads(() -> true);
    RuntimeMonitor scheduler = named(Runtimes.VIRTUAL_THREADS);
    runtimes.watchVirtualThreads(() -> true);
    runtimes.watch(closedLater(new ForkJoinPool(1)), "a b");
    runtimes.watch(closedLater(new ForkJoinPool(1)), "a:b");
    runtimes.watch(closedLater(new ForkJoinPool(1)), Runtimes.VIRTUAL_THREADS);
    assertThat(names()).containsExactly("a_b", "a_b-2", "virtual-threads", "virtual-threads-2");
    assertThat(named(Runtimes.VIRTUAL_THREADS)).isSameAs(scheduler);
    assertThat(named("a_b-2").displayName()).isEqualTo("a:b");
  }

  @Test
  void aPoolThatIsResizedSaysSo() {
    ThreadPoolExecutor pool = closedLater((ThreadPoolExecutor) Executors.newFixedThreadPool(2));
    RuntimeMonitor runtime = watch(pool, "pool");
    pool.prestartAllCoreThreads();
    assertThat(runtime.workers()).hasSize(2);
    assertThat(runtime.workers()).extracting(Worker::stealCount).containsOnly(-1L);
    pool.setMaximumPoolSize(4);
    pool.setCorePoolSize(4);
    pool.prestartAllCoreThreads();
    assertThat(Monitors.only(runtime.metrics(), WORKER_COUNT, POOL_SIZE, MAX_POOL_SIZE).values())
        .containsOnly(4L);
    assertThat(runtime.workers()).extracting(Worker::index).containsExactly(0, 1, 2, 3);
    pool.setCorePoolSize(1);
    pool.setMaximumPoolSize(1);
    Await.until("three have left", () -> runtime.workers().size() == 1);
    assertThat(Monitors.only(runtime.metrics(), WORKER_COUNT, POOL_SIZE, MAX_POOL_SIZE).values())
        .containsOnly(1L);
  }

  @Test
  void countersGoOnWhenTheirThreadHasLeft() throws Exception {
    ThreadPoolExecutor pool =
        closedLater(
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>()));
    pool.allowCoreThreadTimeOut(true);
    RuntimeMonitor runtime = watch(pool, "pool");
    ExecutorService watched = Monitors.onSystemClock().executor(pool);
    for (int round = 1; round <= 3; round++) {
      CountDownLatch stay = new CountDownLatch(1);
      watched.execute(() -> awaitQuietly(stay));
      // What it has waited after that last look leaves with it.
      Await.until("it is seen waiting", () -> states(runtime).equals(List.of("WAITING")));
      stay.countDown();
      Await.until("it has left", () -> pool.getPoolSize() == 0);
      assertThat(runtime.metrics().get(POLL_COUNT)).isEqualTo(round);
      assertThat(runtime.metrics().get(PARK_COUNT)).isGreaterThanOrEqualTo(round);
      assertThat(runtime.workers()).isEmpty();
    }
    assertThat(runtime.metrics().get(COMPLETED_COUNT)).isEqualTo(3);
  }

  @Test
  void aPoolWithoutAnyThreadHasWorkersThatDidNothing() {
    RuntimeMonitor runtime = watch(closedLater(new ForkJoinPool(2)), "pool");
    RuntimeMetrics metrics = runtime.metrics();
    assertThat(
            Monitors.only(
                    metrics,
                    POOL_SIZE,
                    ACTIVE_COUNT,
                    IDLE_WORKER_COUNT,
                    QUEUE_DEPTH,
                    POLL_COUNT,
                    MAX_WORKER_POLL_COUNT,
                    BUSY_NANOS,
                    PARK_COUNT,
                    CPU_NANOS,
                    MEAN_POLL_NANOS)
                .values())
        .containsOnly(0L);
    assertThat(metrics.fraction(BUSY_RATIO)).isZero();
    assertThat(runtime.workers()).isEmpty();
    sampler.tick();
    sampler.tick();
    assertThat(runtime.metrics().get(STARVATION_NANOS)).isZero();
    // Nobody was asked, so nobody came.
    assertThat(runtime.metrics().get(POOL_SIZE)).isZero();
  }

  @Test
  void aPoolThatIsShutDownLeavesAtTheNextTick() {
    ExecutorService pool = closedLater(Executors.newFixedThreadPool(1));
    RuntimeMonitor runtime = watch(pool, "pool");
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(runtime);
    sampler.tick();
    pool.shutdown();
    sampler.tick();
    assertThat(names()).isEmpty();
    assertThat(runtime.isOver()).isTrue();
    assertThat(intervals.next()).hasSize(1);
    assertThat(intervals.isOver()).isTrue();
    assertThat(sampler.historyCount()).isZero();
  }

  @Test
  void aPoolThatNobodyUsesLeavesToo() {
    WeakReference<ForkJoinPool> reference = new WeakReference<>(new ForkJoinPool(1));
    runtimes.watch(Objects.requireNonNull(reference.get()), "forgotten");
    sampler.tick();
    Await.until(
        "it is collected",
        () -> {
          System.gc();
          return reference.get() == null;
        });
    sampler.tick();
    assertThat(names()).isEmpty();
  }

  @Test
  void anotherPoolOfTheSameNameTakesItsPlaceAndBeginsAtNothing() throws Exception {
    ExecutorService old = closedLater(Executors.newFixedThreadPool(1));
    RuntimeMonitor first = watch(old, "pool");
    old.submit(() -> {}).get();
    Await.until("it is counted", () -> first.metrics().get(COMPLETED_COUNT) == 1);
    assertThat(watch(old, "pool")).isSameAs(first);
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(first);
    ExecutorService next = closedLater(Executors.newFixedThreadPool(3));
    RuntimeMonitor second = watch(next, "pool");
    assertThat(first.isOver()).isTrue();
    assertThat(intervals.isOver()).isTrue();
    assertThat(names()).containsExactly("pool");
    assertThat(second.metrics().get(WORKER_COUNT)).isEqualTo(3);
    assertThat(second.metrics().get(COMPLETED_COUNT)).isZero();
    // The old one was only forgotten.
    old.submit(() -> {}).get();
    old.shutdown();
    sampler.tick();
    assertThat(names()).containsExactly("pool");
  }

  @Test
  void whatAPoolDidBeforeItWasWatchedDoesNotCount() throws Exception {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    closedLater(pool);
    ExecutorService watched = Monitors.onSystemClock().executor(pool);
    watched.submit(RuntimesTest::sleepQuietly).get();
    watched.submit(RuntimesTest::sleepQuietly).get();
    // The pool counts a task after its future is there.
    Await.until("the pool has counted both", () -> pool.getCompletedTaskCount() == 2);
    RuntimeMonitor runtime = watch(pool, "pool");
    RuntimeMetrics metrics = runtime.metrics();
    assertThat(metrics.get(PARK_COUNT)).isLessThanOrEqualTo(1);
    assertThat(Monitors.only(metrics, POLL_COUNT, COMPLETED_COUNT).values()).containsOnly(0L);
  }

  @Test
  void aThousandPoolsAreWatchedAndOneMoreIsRefused() {
    ForkJoinPool[] many = new ForkJoinPool[Runtimes.LIMIT];
    runtimes.watchVirtualThreads(() -> true);
    for (int i = 0; i < many.length; i++) {
      many[i] = new ForkJoinPool(1);
      assertThat(runtimes.watch(many[i], "pool " + i)).isTrue();
    }
    assertThat(runtimes.watch(ForkJoinPool.commonPool(), "one more")).isFalse();
    assertThat(runtimes.refusedCount()).isEqualTo(1);
    sampler.tick();
    assertThat(sampler.historyCount()).isEqualTo(1_001);
    assertThat(runtimes.remove(named("pool_7"))).isTrue();
    assertThat(runtimes.watch(ForkJoinPool.commonPool(), "one more")).isTrue();
    for (ForkJoinPool pool : many) {
      pool.shutdown();
    }
    sampler.tick();
    assertThat(names()).containsExactly("one_more", "virtual-threads");
  }

  @Test
  void listenersAreToldOfAllThatComesAndGoes() {
    List<String> told = new ArrayList<>();
    Runtimes.Listener listener =
        new Runtimes.Listener(r -> told.add("+" + r.name()), r -> told.add("-" + r.name()));
    RuntimeMonitor first = watch(closedLater(new ForkJoinPool(1)), "first");
    runtimes.onEach(listener);
    watch(closedLater(new ForkJoinPool(1)), "second");
    watch(closedLater(new ForkJoinPool(1)), "second");
    assertThat(runtimes.remove(first)).isTrue();
    assertThat(runtimes.remove(first)).isFalse();
    runtimes.forget(listener);
    watch(closedLater(new ForkJoinPool(1)), "third");
    assertThat(told).containsExactly("+first", "+second", "-second", "+second", "-first");
  }

  private static List<String> states(RuntimeMonitor runtime) {
    return runtime.workers().stream().map(Worker::state).toList();
  }

  private static void sleepQuietly() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
