package io.pickglass.conformance;

import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.Measured;
import io.pickglass.Monitors;
import io.pickglass.Pickglass;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Per task, not only per monitor: a task's own numbers from inside. */
class PerTaskConformanceTest {
  private final ManualClock clock = new ManualClock();
  private final TaskMonitor exact = Monitors.on(clock);
  private final TaskMonitor real = Monitors.onSystemClock();
  private final List<TaskReport> reports = Collections.synchronizedList(new ArrayList<>());

  private void report() {
    reports.add(Pickglass.currentTask().report());
  }

  private static long sum(TaskReport report) {
    return report.firstPollDelayNanos()
        + report.pollNanos()
        + report.scheduledNanos()
        + report.idleNanos();
  }

  /** A monitor's sums over its only task, which has ended, as the report of that task. */
  private static TaskReport ofOnlyTask(TaskMonitor monitor) {
    var all = monitor.cumulative();
    assertThat(all.get(ENDED_COUNT)).isEqualTo(1);
    return new TaskReport(
        all.get(LIFETIME_NANOS),
        all.get(FIRST_POLL_DELAY_NANOS),
        all.get(POLL_COUNT),
        all.get(POLL_NANOS),
        all.get(SCHEDULED_NANOS),
        all.get(IDLE_COUNT),
        all.get(IDLE_NANOS),
        all.get(SELF_WAKE_COUNT));
  }

  @Test
  void eachPeriodIsBookedToItsAccountToTheNanosecond() {
    TaskHandle task = exact.task("task");
    clock.advanceNanos(3);
    task.poll(() -> {
      clock.advanceNanos(20);
      report();
    });
    clock.advanceNanos(100);
    task.wake();
    clock.advanceNanos(1_000);
    task.poll(() -> {
      task.wake();
      clock.advanceNanos(40_000);
      report();
    });
    clock.advanceNanos(500_000);
    task.poll(this::report);
    assertThat(reports)
        .containsExactly(
            new TaskReport(23, 3, 1, 20, 0, 0, 0, 0),
            new TaskReport(41_123, 3, 2, 40_020, 1_000, 1, 100, 0),
            new TaskReport(541_123, 3, 3, 40_020, 501_000, 1, 100, 0));
  }

  @Test
  void anIdlePeriodThatNobodyIsSeenToEndIsScheduledTime() {
    TaskHandle task = exact.task("task");
    task.poll(() -> {});
    clock.advanceNanos(50);
    task.poll(this::report);
    assertThat(reports).containsExactly(new TaskReport(50, 0, 2, 0, 50, 0, 0, 0));
  }

  @Test
  void manyPollsAtOneInstantAreToldApart() {
    TaskHandle task = exact.task("task");
    for (int i = 0; i < 20; i++) {
      task.poll(() -> {});
      task.wake();
      for (int j = 0; j < 7; j++) {
        task.poll(task::wake);
      }
    }
    task.poll(this::report);
    assertThat(reports).containsExactly(new TaskReport(0, 0, 161, 0, 0, 20, 0, 0));
  }

  @Test
  void aVirtualThreadsReportIsWhatItsMonitorBooks() {
    for (int i = 0; i < 200; i++) {
      TaskMonitor monitor = Monitors.onSystemClock();
      AtomicReference<TaskReport> last = new AtomicReference<>();
      Await.end(
          monitor.start(() -> {
            Thread.yield();
            RealConformanceTest.sleep(Duration.ofMillis(1));
            Thread.yield();
            last.set(Pickglass.currentTask().report());
          }));
      TaskReport booked = ofOnlyTask(monitor);
      TaskReport report = last.get();
      assertThat(sum(report)).isEqualTo(report.livedNanos());
      // From the report to the end the task only runs.
      long rest = booked.livedNanos() - report.livedNanos();
      assertThat(rest).isNotNegative();
      assertThat(
              new TaskReport(
                  report.livedNanos() + rest,
                  report.firstPollDelayNanos(),
                  report.pollCount(),
                  report.pollNanos() + rest,
                  report.scheduledNanos(),
                  report.idleCount(),
                  report.idleNanos(),
                  report.selfWakeCount()))
          .isEqualTo(booked);
    }
  }

  @Test
  void aMeasuredStretchIsWhatTheSectionBooks() {
    AtomicReference<Measured<String>> measured = new AtomicReference<>();
    TaskMonitor section = Monitors.onSystemClock();
    Await.end(
        real.start(() -> {
          Thread.yield();
          measured.set(
              section.measured(() -> {
                Thread.sleep(2);
                Thread.yield();
                Thread.sleep(2);
                throw new IllegalStateException("on purpose");
              }));
          RealConformanceTest.sleep(Duration.ofMillis(1));
        }));
    assertThat(measured.get().report()).isEqualTo(ofOnlyTask(section));
    assertThat(measured.get().report())
        .extracting(TaskReport::pollCount, TaskReport::idleCount, TaskReport::selfWakeCount)
        .containsExactly(4L, 2L, 1L);
    assertThat(section.cumulative().get(FAILED_COUNT)).isEqualTo(1);
  }

  @Test
  void anInterruptedStretchCountsAsCancelled() throws Exception {
    TaskMonitor section = Monitors.onSystemClock();
    AtomicReference<Measured<String>> measured = new AtomicReference<>();
    Thread thread =
        real.start(() ->
            measured.set(
                section.measured(() -> {
                  Thread.sleep(Duration.ofHours(1));
                  return "woken";
                })));
    Await.until("the section is idle", () -> section.cumulative().get(IDLE_NOW_COUNT) == 1);
    thread.interrupt();
    Await.end(thread);
    assertThat(measured.get().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(measured.get().report()).isEqualTo(ofOnlyTask(section));
    assertThat(Monitors.only(section.cumulative(), FAILED_COUNT, CANCELLED_COUNT))
        .isEqualTo(Map.of(FAILED_COUNT, 0L, CANCELLED_COUNT, 1L));
  }

  @Test
  void aTaskOfAnExecutorKnowsItsTimeInTheQueue() throws Exception {
    try (ExecutorService executor = exact.executor(Executors.newSingleThreadExecutor())) {
      executor
          .submit(() -> {
            executor.execute(this::report);
            clock.advanceNanos(30);
            report();
          })
          .get();
    }
    assertThat(reports)
        .containsExactly(
            new TaskReport(30, 0, 1, 30, 0, 0, 0, 0), new TaskReport(30, 30, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void aPeriodicTaskSumsUpItsRuns() throws Exception {
    CompletableFuture<TaskReport> third = new CompletableFuture<>();
    try (ScheduledExecutorService executor =
        real.executor(Executors.newSingleThreadScheduledExecutor())) {
      executor.scheduleAtFixedRate(
          () -> {
            TaskReport report = Pickglass.currentTask().report();
            if (report.pollCount() == 3) {
              third.complete(report);
            }
          },
          0,
          2,
          TimeUnit.MILLISECONDS);
      assertThat(sum(third.get(20, TimeUnit.SECONDS))).isEqualTo(third.get().livedNanos());
      executor.shutdownNow();
    }
  }

  @Test
  void aPipelineCountsItsBranchesTogether() {
    ConcurrentLinkedQueue<Runnable> loop = new ConcurrentLinkedQueue<>();
    exact.async(
        loop::add,
        e ->
            CompletableFuture.runAsync(() -> clock.advanceNanos(5), e)
                .thenRunAsync(() -> clock.advanceNanos(6), e)
                .thenRunAsync(this::report, e));
    for (Runnable stage = loop.poll(); stage != null; stage = loop.poll()) {
      clock.advanceNanos(100);
      stage.run();
    }
    assertThat(reports).containsExactly(new TaskReport(311, 100, 3, 11, 200, 0, 0, 0));
  }

  @Test
  void theInnermostTaskOfAThreadIsTheCurrentOneAndTheOuterOneReturns() {
    TaskHandle outer = exact.task("outer");
    TaskHandle inner = exact.task("inner");
    outer.poll(() -> {
      clock.advanceNanos(4);
      inner.poll(this::report);
      report();
    });
    report();
    assertThat(reports)
        .containsExactly(
            new TaskReport(4, 4, 1, 0, 0, 0, 0, 0),
            new TaskReport(4, 0, 1, 4, 0, 0, 0, 0),
            TaskReport.NONE);
  }

  @Test
  void aTaskThatEndsItselfLeavesItsThread() {
    TaskHandle task = exact.task("task");
    task.poll(() -> task.end(Outcome.RETURNED));
    assertThat(Pickglass.currentTask().isWatched()).isFalse();
    assertThat(exact.cumulative().get(TaskMetric.LIVE_COUNT)).isZero();
  }
}
