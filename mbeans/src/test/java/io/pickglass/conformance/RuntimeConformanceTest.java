package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.RuntimeMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.Worker;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.sampling.IntervalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance rows of runtimes: R1 to R6, and what T27 and T31 say of them. */
@Timeout(60)
class RuntimeConformanceTest extends SampledRuntimes {
  private static final int CARRIERS = VirtualThreadAccess.defaultScheduler().getParallelism();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void r1_aRuntimeOfSoManyWorkersSaysSo(int workers) {
    assertThat(watched(new ForkJoinPool(workers)).metrics().get(WORKER_COUNT)).isEqualTo(workers);
    assertThat(watched(Executors.newFixedThreadPool(workers)).metrics().get(WORKER_COUNT))
        .isEqualTo(workers);
    ForkJoinPool pool = VirtualThreadAccess.defaultScheduler();
    RuntimeMonitor scheduler = scheduler();
    pool.setParallelism(workers);
    try {
      assertThat(scheduler.metrics().get(WORKER_COUNT)).isEqualTo(workers);
    } finally {
      pool.setParallelism(CARRIERS);
    }
  }

  @Test
  void r2_tasksFromAPlainThreadAreRemoteSchedules() {
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(scheduler());
    assertThat(tick(intervals).get(REMOTE_SCHEDULE_COUNT)).isZero();
    Await.end(monitor.start(() -> {}));
    Await.end(monitor.start(() -> {}));
    assertThat(tick(intervals).get(REMOTE_SCHEDULE_COUNT)).isEqualTo(2);
    assertThat(tick(intervals).get(REMOTE_SCHEDULE_COUNT)).isZero();
  }

  @Test
  void r3_whatATaskStartsAndWakesIsALocalScheduleAndIsSeenQueued() {
    RuntimeMonitor scheduler = scheduler();
    Thread parked = monitor.start(LockSupport::park);
    Await.state(parked, Thread.State.WAITING);
    RuntimeMetrics before = scheduler.metrics();
    AtomicReference<RuntimeMetrics> meanwhile = new AtomicReference<>();
    List<Thread> children = new ArrayList<>();
    try (Carriers carriers = Carriers.holdAllBut(1)) {
      Await.end(
          monitor.start(() -> {
            for (int i = 0; i < 100; i++) {
              children.add(monitor.start(() -> {}));
            }
            LockSupport.unpark(parked);
            meanwhile.set(scheduler.metrics());
          }));
    }
    children.forEach(Await::end);
    Await.end(parked);
    RuntimeMetrics seen = meanwhile.get();
    // Started ones are submitted as the JDK does it, from outside; a woken one to the own queue.
    assertThat(only(seen, QUEUE_DEPTH, GLOBAL_QUEUE_DEPTH, LOCAL_QUEUE_DEPTH))
        .isEqualTo(Map.of(QUEUE_DEPTH, 101L, GLOBAL_QUEUE_DEPTH, 100L, LOCAL_QUEUE_DEPTH, 1L));
    assertThat(seen.get(LOCAL_SCHEDULE_COUNT) - before.get(LOCAL_SCHEDULE_COUNT)).isEqualTo(101);
    assertThat(seen.get(REMOTE_SCHEDULE_COUNT) - before.get(REMOTE_SCHEDULE_COUNT)).isEqualTo(1);
    assertThat(seen.get(LIVE_TASK_COUNT)).isEqualTo(102);
  }

  @Test
  void r4_tasksOnOneWorkerAreItsPolls() throws Exception {
    for (ExecutorService pool :
        List.of(new ForkJoinPool(1), Executors.newScheduledThreadPool(1), one())) {
      RuntimeMonitor runtime = watched(pool);
      ExecutorService executor = monitor.executor(pool);
      for (int i = 0; i < 42; i++) {
        executor.submit(() -> {}).get();
      }
      // The end of a task comes after its future's.
      Await.until("all are over", () -> runtime.workers().getFirst().monitor().isEmpty());
      assertThat(only(runtime.metrics(), POLL_COUNT, MAX_WORKER_POLL_COUNT, MIN_WORKER_POLL_COUNT))
          .as(pool.toString())
          .isEqualTo(
              Map.of(POLL_COUNT, 42L, MAX_WORKER_POLL_COUNT, 42L, MIN_WORKER_POLL_COUNT, 42L));
      assertThat(runtime.workers()).singleElement().matches(worker -> worker.pollCount() == 42);
      assertThat(Stream.of(RuntimeDistribution.values()))
          .extracting(of -> runtime.metrics().histogram(of).orElseThrow().count())
          .containsExactly(42L, 42L);
    }
  }

  private static ExecutorService one() {
    return Executors.newFixedThreadPool(1);
  }

  @Test
  void r4_tasksOnOneCarrierAreItsPolls() {
    RuntimeMonitor scheduler = scheduler();
    RuntimeMetrics before = scheduler.metrics();
    try (Carriers carriers = Carriers.holdAllBut(1)) {
      for (int i = 0; i < 42; i++) {
        Await.end(monitor.start(() -> {}));
      }
    }
    RuntimeMetrics after = scheduler.metrics();
    assertThat(after.get(POLL_COUNT) - before.get(POLL_COUNT)).isEqualTo(42);
    assertThat(after.get(MAX_WORKER_POLL_COUNT)).isEqualTo(42);
  }

  @Test
  void r5_t27_aWorkerThatSpinsIsBusyInEachIntervalThatItsPollSpans() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    assertHalfBusy(watched(pool), monitor.executor((ExecutorService) pool)::execute);
  }

  @Test
  void r5_t27_aCarrierThatSpinsIsBusyInEachIntervalThatItsPollSpans() throws Exception {
    ForkJoinPool pool = VirtualThreadAccess.defaultScheduler();
    pool.setParallelism(2);
    try {
      assertHalfBusy(scheduler(), monitor::start);
    } finally {
      pool.setParallelism(CARRIERS);
    }
  }

  private interface Start {
    void start(Runnable task);
  }

  private void assertHalfBusy(RuntimeMonitor runtime, Start executor) throws Exception {
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(runtime);
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch running = new CountDownLatch(1);
    executor.start(() -> {
      running.countDown();
      while (!stop.get()) {
        Thread.onSpinWait();
      }
    });
    running.await();
    try {
      tick(intervals);
      for (int i = 0; i < 3; i++) {
        Thread.sleep(50);
        assertOneIsBusy(intervals);
      }
      Worker busy = runtime.workers().stream().filter(w -> w.taskNanos() > 0).findFirst().get();
      assertThat(busy.monitor()).isEqualTo("test");
      assertThat(busy.taskNanos()).isGreaterThan(150_000_000);
      assertThat(busy.state()).isEqualTo("RUNNABLE");
    } finally {
      stop.set(true);
    }
    Await.until("it is over", () -> runtime.workers().stream().allMatch(w -> w.taskNanos() == 0));
    assertThat(tick(intervals).fraction(BUSY_RATIO)).isBetween(0.0, 0.5);
  }

  private void assertOneIsBusy(IntervalReader<RuntimeInterval> intervals) {
    sampler.tick();
    RuntimeInterval interval = intervals.next().getFirst();
    RuntimeMetrics metrics = interval.metrics();
    assertThat(metrics.get(MAX_WORKER_BUSY_NANOS)).isEqualTo(interval.elapsedNanos());
    assertThat(metrics.get(MIN_WORKER_BUSY_NANOS)).isZero();
    assertThat(metrics.fraction(BUSY_RATIO)).isEqualTo(0.5);
    assertThat(metrics.get(POLL_COUNT)).isZero();
  }

  @Test
  void r6_aSchedulerWithNothingToDoDoesNothing() throws Exception {
    // Whatever other tests have left running is over when nobody is active any more.
    runtimes.carrierParks(true);
    RuntimeMonitor scheduler = scheduler();
    Await.until("nobody is active", () -> scheduler.metrics().get(ACTIVE_COUNT) == 0);
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(scheduler);
    tick(intervals);
    Thread.sleep(1_000);
    RuntimeMetrics idle = tick(intervals);
    assertThat(only(idle, POLL_COUNT, BUSY_NANOS, QUEUE_DEPTH, STARVATION_NANOS, MIGRATION_COUNT))
        .isEqualTo(
            Map.of(
                POLL_COUNT,
                0L,
                BUSY_NANOS,
                0L,
                QUEUE_DEPTH,
                0L,
                STARVATION_NANOS,
                0L,
                MIGRATION_COUNT,
                0L));
    assertThat(idle.get(PARK_COUNT)).isBetween(0L, 4L);
    assertThat(idle.get(CPU_NANOS)).isLessThan(100_000_000);
  }

  @Test
  void t31_theSchedulersGaugesAreTheSameWatchedAndUnwatched() {
    assertThat(gaugesAfterStarting(monitor::start))
        .isEqualTo(gaugesAfterStarting(Thread::startVirtualThread));
  }

  private Map<io.pickglass.catalog.RuntimeMetric, Number> gaugesAfterStarting(
      Function<Runnable, Thread> start) {
    RuntimeMonitor scheduler = scheduler();
    AtomicReference<RuntimeMetrics> meanwhile = new AtomicReference<>();
    List<Thread> children = new ArrayList<>();
    try (Carriers carriers = Carriers.holdAllBut(1)) {
      Await.end(
          Thread.startVirtualThread(() -> {
            for (int i = 0; i < 100; i++) {
              children.add(start.apply(() -> {}));
            }
            meanwhile.set(scheduler.metrics());
          }));
    }
    children.forEach(Await::end);
    return only(meanwhile.get(), QUEUE_DEPTH, GLOBAL_QUEUE_DEPTH, LOCAL_QUEUE_DEPTH, ACTIVE_COUNT);
  }

  @Test
  void parksOfCarriersAreKnownFromWhenTheyAreWanted() throws Exception {
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(scheduler());
    assertThat(tick(intervals).has(PARK_COUNT)).isFalse();
    runtimes.carrierParks(true);
    tick(intervals);
    for (int i = 0; i < 20; i++) {
      Await.end(monitor.start(() -> Thread.yield()));
      Thread.sleep(2);
    }
    assertThat(tick(intervals).get(PARK_COUNT)).isBetween(1L, 100L);
    assertThat(scheduler().metrics().get(PARK_COUNT)).isBetween(1L, 100L);
    runtimes.carrierParks(false);
    assertThat(tick(intervals).has(PARK_COUNT)).isFalse();
  }

  @Test
  void parksAreTheTimesThatAWorkerHasWaited() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    RuntimeMonitor runtime = watched(pool);
    pool.submit(() -> {}).get();
    Await.until("it waits", () -> runtime.workers().getFirst().state().equals("WAITING"));
    long before = runtime.metrics().get(PARK_COUNT);
    pool.submit(
            () -> {
              for (int i = 0; i < 20; i++) {
                Thread.sleep(1);
              }
              return null;
            })
        .get();
    Await.until("it waits", () -> runtime.workers().getFirst().state().equals("WAITING"));
    assertThat(runtime.metrics().get(PARK_COUNT) - before).isCloseTo(21L, within(1L));
    assertThat(runtime.metrics().get(CPU_NANOS)).isPositive();
    assertThat(runtime.metrics().get(ALLOCATED_BYTES)).isPositive();
  }
}
