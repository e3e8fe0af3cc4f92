package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.Guard;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.MainSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks of all kinds begin while their monitors are switched off and on, one by one and all. */
@Timeout(120)
class SwitchStressTest {
  private static final int STARTERS = 4;
  private static final int TASKS = 5_000;

  private final MainSwitch main = new MainSwitch();
  private final TaskMonitor tasks = Monitors.under(main);
  private final TaskMonitor sections = Monitors.under(main);
  private final LongAdder runs = new LongAdder();
  private final Phaser running = new Phaser(1);

  private void body(int seed) {
    runs.increment();
    Runnable wait = () -> wait(seed);
    if (seed % 2 == 0) {
      sections.run(wait);
    } else {
      wait.run();
    }
    running.arriveAndDeregister();
  }

  private static void wait(int seed) {
    switch (seed % 3) {
      case 0 -> Thread.yield();
      case 1 -> LockSupport.parkNanos(10_000);
      default -> Thread.onSpinWait();
    }
  }

  private void begin(List<ExecutorService> executors, ScheduledExecutorService timer, int seed) {
    running.register();
    int kind = seed % (executors.size() + 4);
    switch (kind) {
      case 0 -> tasks.start(() -> body(seed));
      case 1 -> {
        TaskHandle task = tasks.task("handle");
        task.poll(() -> body(seed));
        task.end(Outcome.RETURNED);
      }
      case 2 ->
          tasks.async(
              executors.getFirst(),
              e -> CompletableFuture.runAsync(() -> body(seed), e).thenRunAsync(() -> {}, e));
      case 3 -> timer.schedule(() -> body(seed), 10, TimeUnit.MICROSECONDS);
      default -> executors.get(kind - 4).submit(() -> body(seed));
    }
  }

  @Test
  void whatIsCountedInIsCountedOutAndEverythingRuns() throws Exception {
    long errors = Guard.count();
    List<Thread> starters = new ArrayList<>();
    try (ExecutorService pool = tasks.executor(Executors.newFixedThreadPool(2));
        ExecutorService forkJoin = tasks.executor((ExecutorService) new ForkJoinPool(2));
        ExecutorService perTask = tasks.newThreadPerTaskExecutor();
        ScheduledExecutorService timer = tasks.executor(Executors.newScheduledThreadPool(1));
        Turning _ = new Turning(tasks::enabled);
        Turning _ = new Turning(sections::enabled);
        Turning _ = new Turning(main::turn)) {
      List<ExecutorService> executors = List.of(pool, forkJoin, perTask, timer);
      for (int i = 0; i < STARTERS; i++) {
        SplittableRandom random = new SplittableRandom(i);
        starters.add(
            Thread.ofPlatform()
                .start(() -> {
                  for (int task = 0; task < TASKS; task++) {
                    begin(executors, timer, random.nextInt(1 << 20));
                  }
                }));
      }
      starters.forEach(Await::end);
      running.arriveAndAwaitAdvance();
    }
    assertThat(runs.sum()).isEqualTo(STARTERS * TASKS);
    assertThat(Guard.count()).isEqualTo(errors);
    for (TaskMonitor monitor : List.of(tasks, sections)) {
      Await.until(
          "all that was watched has ended: " + monitor.cumulative(),
          () -> monitor.cumulative().get(LIVE_COUNT) == 0);
      TaskMetrics metrics = monitor.cumulative();
      // Some were watched, and some were not.
      assertThat(metrics.get(INSTRUMENTED_COUNT)).isBetween(1L, runs.sum() / 2 + runs.sum() / 3);
      assertThat(metrics.get(ENDED_COUNT)).isEqualTo(metrics.get(INSTRUMENTED_COUNT));
      assertThat(metrics.get(FIRST_POLL_COUNT)).isEqualTo(metrics.get(INSTRUMENTED_COUNT));
      assertThat(only(metrics, RUNNING_COUNT, SCHEDULED_NOW_COUNT, IDLE_NOW_COUNT))
          .isEqualTo(Map.of(RUNNING_COUNT, 0L, SCHEDULED_NOW_COUNT, 0L, IDLE_NOW_COUNT, 0L));
    }
    // A section ends in a poll, as not every task does.
    TaskMetrics metrics = sections.cumulative();
    assertThat(
            metrics.get(FIRST_POLL_DELAY_NANOS)
                + metrics.get(POLL_NANOS)
                + metrics.get(SCHEDULED_NANOS)
                + metrics.get(IDLE_NANOS))
        .isEqualTo(metrics.get(LIFETIME_NANOS));
  }
}
