package io.pickglass.sampling;

import static io.pickglass.catalog.TaskMetric.MAX_IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.instrument.PlainTask;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.View;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final ManualClock clock = new ManualClock();
  private final Registry registry = new Registry(clock, new Epoch(), () -> true, 10);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 5);
  private final TaskTotals totals = registry.monitor("a");

  private void idle(PlainTask task, Duration time) {
    clock.advance(time);
    task.wake();
    task.endPoll(task.beginPoll());
  }

  @Test
  void t8_maximaBelongToTheirIntervalAndToTheWholeSinceTheStart() {
    PlainTask task = PlainTask.of(View.whole(totals));
    task.endPoll(task.beginPoll());
    List<Long> ofTicks = new ArrayList<>();
    List<Long> sinceStart = new ArrayList<>();
    for (int seconds : new int[] {1, 2, 1}) {
      idle(task, Duration.ofSeconds(seconds));
      sampler.tick();
      ofTicks.add(sampler.history(totals).lastOrZero().metrics().get(MAX_IDLE_NANOS));
      sinceStart.add(totals.cumulative().get(MAX_IDLE_NANOS));
    }
    assertThat(ofTicks).containsExactly(1_000_000_000L, 2_000_000_000L, 1_000_000_000L);
    assertThat(sinceStart).containsExactly(1_000_000_000L, 2_000_000_000L, 2_000_000_000L);
    sampler.tick();
    assertThat(sampler.history(totals).lastOrZero().metrics().get(MAX_IDLE_NANOS)).isZero();
  }

  @Test
  void aTickMakesNothingButWhatIsKept() {
    Registry many = new Registry(clock, new Epoch(), () -> true, 1_000);
    Sampler ticking = new Sampler(many, InstantSource.system(), 5);
    List<TaskTotals> monitors = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      monitors.add(many.monitor("m" + i));
    }
    long idle = 0;
    long active = 0;
    // In the first ticks there is no room yet, and no interval that could be the same.
    for (int i = 0; i < 5; i++) {
      monitors.forEach(monitor -> monitor.pollEnded(null, 0, 1_000, false));
      active = bytesOfATick(ticking);
      ticking.tick();
      idle = bytesOfATick(ticking);
    }
    // Of an interval some bytes for its numbers and two objects; before the code is compiled, also
    // one that passes a cell on.
    assertThat(active / monitors.size()).isLessThan(250);
    assertThat(idle / monitors.size()).isLessThan(50);
  }

  private static long bytesOfATick(Sampler sampler) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    sampler.tick();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void allMonitorsShareNumbersAndBoundaries() {
    TaskTotals second = registry.monitor("b");
    clock.advanceMillis(10);
    sampler.tick();
    TaskTotals late = registry.monitor("late");
    clock.advanceMillis(20);
    sampler.tick();
    assertThat(lengths(totals)).containsExactly("1: 10000000", "2: 20000000");
    assertThat(lengths(second)).containsExactly("1: 10000000", "2: 20000000");
    assertThat(lengths(late)).containsExactly("2: 20000000");
  }

  private List<String> lengths(TaskTotals of) {
    return sampler.history(of).after(-1, 10).stream()
        .map(interval -> interval.sequence() + ": " + interval.elapsedNanos())
        .toList();
  }

  @Test
  void theRingKeepsTheNewestAndSaysFromWhereOn() {
    for (int i = 0; i < 7; i++) {
      sampler.tick();
    }
    assertThat(sequences(sampler.history(totals).after(-1, 10)))
        .containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(sequences(sampler.history(totals).after(5, 10))).containsExactly(6L, 7L);
    assertThat(sequences(sampler.history(totals).after(-1, 2))).containsExactly(3L, 4L);
    assertThat(sampler.history(totals).after(7, 10)).isEmpty();
    assertThat(sampler.history(totals).after(-1, 0)).isEmpty();
  }

  @Test
  void whatIsKeptIsWhatWasSeenAlsoWhenTheMonitorIsRemoved() {
    PlainTask task = PlainTask.of(View.whole(totals));
    List<TaskInterval> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      if (i == 1 || i == 4) {
        idle(task, Duration.ofMillis(7));
      }
      clock.advanceMillis(10 + i);
      sampler.tick();
      seen.add(sampler.history(totals).lastOrZero());
    }
    History<TaskInterval> history = sampler.history(totals);
    assertThat(history.after(0, 5)).isEqualTo(seen);
    registry.remove(totals);
    for (int i = 0; i < 10; i++) {
      sampler.tick();
    }
    assertThat(history.after(0, 5)).isEqualTo(seen);
  }

  @Test
  void beforeTheFirstTickTheLastIntervalIsZero() {
    TaskInterval zero = sampler.history(totals).lastOrZero();
    assertThat(zero.sequence()).isZero();
    assertThat(zero.elapsedNanos()).isZero();
    assertThat(zero.metrics().get(POLL_COUNT)).isZero();
  }

  @Test
  void theSumOverAllIntervalsIsTheCumulativeCount() {
    IntervalReader<TaskInterval> reader = sampler.intervals(totals);
    PlainTask task = PlainTask.of(View.whole(totals));
    long sum = 0;
    for (int i = 0; i < 20; i++) {
      for (int polls = 0; polls < i; polls++) {
        task.endPoll(task.beginPoll());
      }
      sampler.tick();
      sum += reader.next().stream().mapToLong(interval -> interval.metrics().get(POLL_COUNT)).sum();
    }
    assertThat(sum).isEqualTo(totals.cumulative().get(POLL_COUNT)).isEqualTo(190);
  }

  @Test
  void t25_everyReaderSeesEveryIntervalOnceAndALateOneIsToldWhatItMissed() throws Exception {
    int readers = 8;
    long ticks = 1_000;
    IntervalReader<TaskInterval> late = sampler.intervals(totals);
    List<List<TaskInterval>> seen = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(readers);
    // Nobody may fall behind by more than the ring: after each tick all readers come together.
    CyclicBarrier read = new CyclicBarrier(readers + 1);
    for (int i = 0; i < readers; i++) {
      List<TaskInterval> mine = Collections.synchronizedList(new ArrayList<>());
      seen.add(mine);
      IntervalReader<TaskInterval> reader = sampler.intervals(totals);
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                ready.countDown();
                while (mine.size() < ticks) {
                  List<TaskInterval> intervals = reader.next();
                  mine.addAll(intervals);
                  if (!intervals.isEmpty()) {
                    meet(read);
                  }
                }
              }));
    }
    ready.await();
    PlainTask task = PlainTask.of(View.whole(totals));
    for (int i = 0; i < ticks; i++) {
      clock.advanceNanos(3);
      task.endPoll(task.beginPoll());
      sampler.tick();
      meet(read);
    }
    threads.forEach(Await::end);
    for (List<TaskInterval> each : seen) {
      assertThat(each).isEqualTo(seen.getFirst());
    }
    assertThat(sequences(seen.getFirst()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ticks).boxed().toList());
    assertThat(sequences(late.next())).containsExactly(996L, 997L, 998L, 999L, 1000L);
    assertThat(late.missedCount()).isEqualTo(995);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<Long> sequences(List<TaskInterval> intervals) {
    return intervals.stream().map(TaskInterval::sequence).toList();
  }

  @Test
  void theThreadTicksGoesOnAfterAnErrorAndStops() {
    List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
    InstantSource broken =
        new InstantSource() {
          private int calls;

          @Override
          public java.time.Instant instant() {
            if (++calls == 2) {
              throw new IllegalStateException("on purpose");
            }
            return java.time.Instant.EPOCH;
          }
        };
    Sampler failing = new Sampler(new Registry(clock, new Epoch(), () -> true, 1), broken, 5);
    failing.history(new TaskTotals("x", clock, new Epoch(), () -> true));
    SamplerThread thread = new SamplerThread(failing, errors::add);
    thread.intervalMillis(10);
    thread.start();
    Await.until("it has ticked twice after the error", () -> failing.lastSequence() >= 2);
    thread.stop();
    assertThat(errors).hasSize(1);
    assertThat(thread.totalCostNanos()).isPositive();
  }

  @Test
  void aMonitorMadeDuringATickBeginsWithTheNextInterval() {
    AtomicBoolean done = new AtomicBoolean();
    Registry many = new Registry(System::nanoTime, new Epoch(), () -> true, 100_000);
    Sampler ticking = new Sampler(many, InstantSource.system(), 5);
    Thread ticker =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                ticking.tick();
              }
            });
    List<IntervalReader<TaskInterval>> readers = new ArrayList<>();
    List<TaskTotals> made = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      TaskTotals monitor = many.monitor("m" + i);
      made.add(monitor);
      readers.add(ticking.intervals(monitor));
    }
    done.set(true);
    Await.end(ticker);
    for (TaskTotals monitor : made) {
      assertThat(ticking.history(monitor).after(-1, 10))
          .allSatisfy(interval -> assertThat(interval.elapsedNanos()).isNotNegative());
    }
  }

  @Test
  void sharesSinceTheStartStayTrueWhenSumsOutgrowALong() {
    List<PlainTask> tasks = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      PlainTask task = PlainTask.of(View.whole(totals));
      task.endPoll(task.beginPoll());
      tasks.add(task);
    }
    for (int day = 0; day < 30; day++) {
      clock.advance(Duration.ofDays(1));
      sampler.tick();
    }
    TaskMetrics month = totals.cumulative();
    assertThat(month.ratio(TaskMetric.IDLE_RATIO)).isEqualTo(1.0);
    tasks.forEach(PlainTask::wake);
    assertThat(totals.cumulative().get(TaskMetric.IDLE_NANOS)).isNotNegative();
  }
}
