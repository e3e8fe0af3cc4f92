package io.pickglass.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.sampling.Sampler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How late a task would run, and what it costs a pool to be asked. */
@Timeout(60)
class StarvationProbeTest {
  private static final long SECOND = 1_000_000_000;

  private final ManualClock clock = new ManualClock();
  private final Runtimes runtimes = new Runtimes(clock);
  private final Sampler sampler =
      new Sampler(
          new Registry(clock, new Epoch(), () -> true, 1), runtimes, InstantSource.system(), 5);
  private final AtomicInteger rejected = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<ExecutorService> pools = new ArrayList<>();

  @AfterEach
  void close() {
    release.countDown();
    pools.forEach(ExecutorService::close);
  }

  private ThreadPoolExecutor pool(int core, int max, BlockingQueue<Runnable> queue) {
    return watched(
        new ThreadPoolExecutor(
            core, max, 1, TimeUnit.HOURS, queue, (task, pool) -> rejected.incrementAndGet()));
  }

  private <P extends ExecutorService> P watched(P pool) {
    pools.add(pool);
    assertThat(runtimes.watch(pool, "pool")).isTrue();
    return pool;
  }

  private RuntimeMonitor runtime() {
    return Objects.requireNonNull(runtimes.named("pool"));
  }

  /** The interval of a second that ends now. */
  private RuntimeMetrics second() {
    clock.advanceNanos(SECOND);
    sampler.tick();
    return Objects.requireNonNull(sampler.history(runtime()).last()).metrics();
  }

  private long starvation() {
    return second().get(RuntimeMetric.STARVATION_NANOS);
  }

  private void hold(ExecutorService pool, int threads) {
    CountDownLatch held = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(() -> {
        held.countDown();
        try {
          release.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
    Await.until("all threads are held", () -> held.getCount() == 0);
  }

  @Test
  void aPoolOfWhichAllThreadsAreTakenIsAskedOnceAndItsLatenessGrowsUntilItAnswers() {
    ThreadPoolExecutor pool = pool(2, 2, new LinkedBlockingQueue<>());
    hold(pool, 2);
    assertThat(starvation()).isZero();
    assertThat(starvation()).isEqualTo(SECOND);
    assertThat(starvation()).isEqualTo(2 * SECOND);
    assertThat(pool.getQueue()).hasSize(1);
    clock.advanceNanos(SECOND / 2);
    release.countDown();
    Await.until("it has run", () -> pool.getCompletedTaskCount() == 3);
    assertThat(starvation()).isEqualTo(2 * SECOND + SECOND / 2);
    assertThat(starvation()).isZero();
    assertThat(runtime().metrics().get(RuntimeMetric.STARVATION_NANOS))
        .isEqualTo(2 * SECOND + SECOND / 2);
    assertThat(pool.getCompletedTaskCount()).isEqualTo(3);
  }

  @Test
  void aForkJoinPoolIsAskedInTheSameWay() {
    ForkJoinPool pool = watched(new ForkJoinPool(1));
    hold(pool, 1);
    assertThat(starvation()).isZero();
    assertThat(starvation()).isEqualTo(SECOND);
    assertThat(starvation()).isEqualTo(2 * SECOND);
    assertThat(pool.getQueuedSubmissionCount()).isEqualTo(1);
    release.countDown();
    Await.until("it has run", pool::isQuiescent);
    assertThat(starvation()).isEqualTo(2 * SECOND);
    assertThat(starvation()).isZero();
  }

  @Test
  void aPoolThatSchedulesIsAskedInTheSameWay() {
    ScheduledThreadPoolExecutor pool = watched(new ScheduledThreadPoolExecutor(1));
    hold(pool, 1);
    assertThat(starvation()).isZero();
    assertThat(starvation()).isEqualTo(SECOND);
    assertThat(pool.getQueue()).hasSize(1);
  }

  @Test
  void aPoolWithAFreeThreadIsNotAskedAndGetsNoThread() throws Exception {
    ThreadPoolExecutor pool = pool(2, 2, new LinkedBlockingQueue<>());
    assertThat(starvation()).isZero();
    assertThat(pool.getPoolSize()).isZero();
    pool.submit(() -> {}).get();
    for (int i = 0; i < 3; i++) {
      assertThat(starvation()).isZero();
    }
    assertThat(pool.getPoolSize()).isEqualTo(1);
    assertThat(pool.getTaskCount()).isEqualTo(1);
  }

  @Test
  void aPoolThatMayGrowIsNotAsked() {
    ThreadPoolExecutor pool = pool(0, 2, new SynchronousQueue<>());
    hold(pool, 1);
    assertThat(starvation()).isZero();
    assertThat(starvation()).isZero();
    assertThat(pool.getPoolSize()).isEqualTo(1);
  }

  @Test
  void aPoolThatTakesNoMoreIsStarvedSinceThenAndNobodyIsToldOfARejection() {
    ThreadPoolExecutor full = pool(1, 1, new ArrayBlockingQueue<>(1));
    hold(full, 1);
    full.execute(() -> {});
    assertThat(starvation()).isZero();
    assertThat(starvation()).isEqualTo(SECOND);
    assertThat(starvation()).isEqualTo(2 * SECOND);
    assertThat(rejected).hasValue(0);
    release.countDown();
    Await.until("it has run", () -> full.getCompletedTaskCount() == 2);
    assertThat(starvation()).isZero();
  }

  @Test
  void whatNobodyWillRunIsTakenBack() {
    ThreadPoolExecutor pool =
        watched(
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>()));
    hold(pool, 1);
    assertThat(starvation()).isZero();
    assertThat(pool.getQueue()).hasSize(1);
    runtimes.probing(false);
    assertThat(starvation()).isEqualTo(RuntimeMetrics.ABSENT);
    assertThat(pool.getQueue()).isEmpty();
    runtimes.probing(true);
    assertThat(starvation()).isZero();
    assertThat(pool.getQueue()).hasSize(1);
    runtimes.remove(runtime());
    assertThat(pool.getQueue()).isEmpty();
  }

  @Test
  void aProbeThatIsThrownAwayIsNotWaitedForForEver() {
    ThreadPoolExecutor pool =
        watched(
            new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.HOURS,
                new ArrayBlockingQueue<>(1),
                new ThreadPoolExecutor.DiscardOldestPolicy()));
    hold(pool, 1);
    assertThat(starvation()).isZero();
    pool.execute(() -> {});
    assertThat(starvation()).isEqualTo(SECOND);
    release.countDown();
    Await.until("both tasks are done", () -> pool.getCompletedTaskCount() == 2);
    assertThat(starvation()).isZero();
    assertThat(starvation()).isZero();
  }

  @Test
  void aProbeThatIsThrownOutOfALongQueueIsMissedWhenThatIsEmpty() {
    ThreadPoolExecutor pool = pool(1, 1, new LinkedBlockingQueue<>());
    hold(pool, 1);
    assertThat(starvation()).isZero();
    pool.getQueue().clear();
    pool.execute(() -> {});
    assertThat(starvation()).isEqualTo(SECOND);
    release.countDown();
    Await.until("both tasks are done", () -> pool.getCompletedTaskCount() == 2);
    assertThat(starvation()).isEqualTo(2 * SECOND);
    assertThat(starvation()).isZero();
  }

  @Test
  void aPoolThatIsShutDownWhileItIsAskedTerminates() throws Exception {
    ThreadPoolExecutor pool = pool(0, 1, new LinkedBlockingQueue<>());
    hold(pool, 1);
    assertThat(starvation()).isZero();
    assertThat(pool.getQueue()).hasSize(1);
    pool.shutdown();
    release.countDown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoseHooksOrQueueWouldSeeTheProbeIsNotAsked() {
    ThreadPoolExecutor ordered = pool(1, 1, new PriorityBlockingQueue<>());
    hold(ordered, 1);
    assertThat(starvation()).isEqualTo(RuntimeMetrics.ABSENT);
    assertThat(ordered.getQueue()).isEmpty();
    ThreadPoolExecutor hooked =
        watched(
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>()) {
              @Override
              protected void beforeExecute(Thread thread, Runnable task) {}
            });
    hold(hooked, 1);
    assertThat(starvation()).isEqualTo(RuntimeMetrics.ABSENT);
    assertThat(hooked.getQueue()).isEmpty();
  }

  @Test
  void aPoolIsNotKeptAliveByBeingAsked() {
    ThreadPoolExecutor pool = pool(1, 1, new LinkedBlockingQueue<>());
    pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    pool.allowCoreThreadTimeOut(true);
    hold(pool, 1);
    assertThat(starvation()).isZero();
    release.countDown();
    Await.until("its thread has left", () -> pool.getPoolSize() == 0);
    assertThat(starvation()).isEqualTo(0);
    assertThat(starvation()).isZero();
    assertThat(pool.getPoolSize()).isZero();
  }
}
