package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.Section;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.Outcome;
import io.pickglass.monitor.MainSwitch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a monitor that is switched off and on sees: whole tasks, or nothing of them. */
@Timeout(60)
class SwitchConformanceTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, LIVE_COUNT
  };

  private static final Map<TaskMetric, Long> NOTHING = books(0, 0, 0);

  private final MainSwitch main = new MainSwitch();
  private final TaskMonitor monitor = Monitors.under(main);
  private final TaskMonitor other = Monitors.under(main);

  private static Map<TaskMetric, Long> books(long instrumented, long polls, long live) {
    return Map.of(
        INSTRUMENTED_COUNT, instrumented,
        POLL_COUNT, polls,
        ENDED_COUNT, instrumented - live,
        LIVE_COUNT, live);
  }

  private static Map<TaskMetric, Long> books(TaskMonitor monitor) {
    return only(monitor.cumulative(), BOOKS);
  }

  /** The two ways in which the monitor of this test is turned. */
  enum By {
    ITSELF {
      @Override
      void turn(SwitchConformanceTest test, boolean on) {
        test.monitor.enabled(on);
      }
    },
    THE_MAIN_SWITCH {
      @Override
      void turn(SwitchConformanceTest test, boolean on) {
        test.main.turn(on);
      }
    };

    abstract void turn(SwitchConformanceTest test, boolean on);
  }

  /** A program that parks till it is told to end. */
  private static final class Parked implements Runnable {
    private volatile boolean over;

    @Override
    public void run() {
      while (!over) {
        LockSupport.park(this);
      }
    }

    void end(Thread thread) {
      over = true;
      LockSupport.unpark(thread);
      Await.end(thread);
    }
  }

  /** A poll ends here, and another begins. */
  private static void sleep() {
    RealConformanceTest.sleep(Duration.ofMillis(2));
  }

  private static boolean isPlain(Thread thread) {
    return VirtualThreadAccess.scheduler(thread) == VirtualThreadAccess.defaultScheduler()
        && !isOurs(VirtualThreadAccess.runContinuation(thread));
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("io.pickglass.instrument.");
  }

  @ParameterizedTest
  @EnumSource
  void whatBeganWhileItWasOnIsWatchedToItsEndAndNothingElseIs(By by) {
    Parked first = new Parked();
    Thread watched = monitor.start(first);
    Await.state(watched, Thread.State.WAITING);
    by.turn(this, false);
    Parked second = new Parked();
    Thread unwatched = monitor.start(second);
    Await.state(unwatched, Thread.State.WAITING);
    assertThat(isPlain(unwatched)).isTrue();
    assertThat(books(monitor)).isEqualTo(books(1, 1, 1));
    first.end(watched);
    assertThat(books(monitor)).isEqualTo(books(1, 2, 0));
    by.turn(this, true);
    second.end(unwatched);
    assertThat(books(monitor)).isEqualTo(books(1, 2, 0));
    Await.end(monitor.start(() -> {}));
    assertThat(books(monitor)).isEqualTo(books(2, 3, 0));
    assertThat(only(monitor.cumulative(), RUNNING_COUNT, SCHEDULED_NOW_COUNT, IDLE_NOW_COUNT))
        .isEqualTo(Map.of(RUNNING_COUNT, 0L, SCHEDULED_NOW_COUNT, 0L, IDLE_NOW_COUNT, 0L));
  }

  /** The example of docs/metrics.md. */
  @Test
  void ofFourTasksThoseAreCountedThatBeganWhileItWasOn() {
    Parked[] codes = {new Parked(), new Parked(), new Parked()};
    Thread[] threads = new Thread[3];
    threads[0] = monitor.start(codes[0]);
    threads[1] = monitor.start(codes[1]);
    monitor.enabled(false);
    threads[2] = monitor.start(codes[2]);
    for (int i = 0; i < 3; i++) {
      codes[i].end(threads[i]);
    }
    Await.end(monitor.enabled(true).start(() -> {}));
    assertThat(only(monitor.cumulative(), INSTRUMENTED_COUNT, ENDED_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 3L, ENDED_COUNT, 3L, LIVE_COUNT, 0L));
  }

  @Test
  void aMonitorThatIsOffByItselfStaysSoWhenAllAreSwitchedOnAgain() {
    monitor.enabled(false);
    main.turn(false);
    main.turn(true);
    TaskMonitor later = Monitors.under(main);
    for (TaskMonitor each : new TaskMonitor[] {monitor, other, later}) {
      Await.end(each.start(() -> {}));
    }
    assertThat(books(monitor)).isEqualTo(NOTHING);
    assertThat(books(other)).isEqualTo(books(1, 1, 0));
    assertThat(books(later)).isEqualTo(books(1, 1, 0));
    assertThat(monitor.isEnabled()).isFalse();
  }

  @Test
  void aMonitorThatIsSwitchedOnWhileAllAreOffWatchesFromThenWhenTheyAreOn() {
    main.turn(false);
    monitor.enabled(false).enabled(true);
    Await.end(monitor.start(() -> {}));
    TaskMonitor later = Monitors.under(main);
    Await.end(later.start(() -> {}));
    assertThat(books(monitor)).isEqualTo(NOTHING);
    assertThat(books(later)).isEqualTo(NOTHING);
    assertThat(monitor.isEnabled()).isTrue();
    main.turn(true);
    Await.end(monitor.start(() -> {}));
    Await.end(later.start(() -> {}));
    assertThat(books(monitor)).isEqualTo(books(1, 1, 0));
    assertThat(books(later)).isEqualTo(books(1, 1, 0));
  }

  @Test
  void everyKindOfThreadIsAPlainOneAlsoWhereItsMakerIsWatched() throws Exception {
    monitor.enabled(false);
    AtomicReference<Thread> perTask = new AtomicReference<>();
    CountDownLatch made = new CountDownLatch(1);
    AtomicBoolean plain = new AtomicBoolean();
    Await.end(
        other.start(() -> {
          Thread[] threads = {
            monitor.unstarted(Thread.ofVirtual().name("named"), () -> {}),
            monitor.threadFactory().newThread(() -> {}),
          };
          plain.set(
              isPlain(threads[0]) && isPlain(threads[1]) && threads[0].getName().equals("named"));
          for (Thread thread : threads) {
            thread.start();
            Await.end(thread);
          }
          try (ExecutorService executor = monitor.newThreadPerTaskExecutor()) {
            executor.execute(() -> {
              perTask.set(Thread.currentThread());
              made.countDown();
            });
          }
        }));
    made.await();
    assertThat(plain).isTrue();
    assertThat(isPlain(perTask.get())).isTrue();
    assertThat(books(monitor)).isEqualTo(NOTHING);
    assertThatThrownBy(() -> monitor.start(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void aThreadThatWasMadeWhileItWasOnIsWatchedThoughItStartsLater() {
    Thread thread = monitor.unstarted(Thread.ofVirtual(), () -> {});
    monitor.enabled(false);
    thread.start();
    Await.end(thread);
    assertThat(books(monitor)).isEqualTo(books(1, 1, 0));
  }

  @Test
  void aSectionOfAMonitorThatIsOffIsNothing() {
    monitor.enabled(false);
    AtomicReference<Section> opened = new AtomicReference<>();
    Await.end(
        other.start(() -> {
          int result = monitor.run(() -> 42);
          assertThat(result).isEqualTo(42);
          monitor.run(SwitchConformanceTest::sleep);
          opened.set(monitor.enter());
          monitor.enabled(true);
          sleep();
          opened.get().close();
        }));
    assertThat(books(monitor)).isEqualTo(NOTHING);
    assertThat(books(other)).isEqualTo(books(1, 3, 0));
    monitor.enabled(false);
    monitor.run(() -> {});
    assertThat(monitor.enter()).isSameAs(opened.get());
    assertThat(books(monitor)).isEqualTo(NOTHING);
  }

  @Test
  void aSectionThatIsOpenIsWatchedToItsEndAndThoseInItToo() {
    Await.end(
        other.start(() ->
            monitor.run(() -> {
              monitor.enabled(false);
              monitor.run(SwitchConformanceTest::sleep);
              other.run(SwitchConformanceTest::sleep);
            })));
    assertThat(books(monitor)).isEqualTo(books(1, 3, 0));
    // The task and its inner section.
    assertThat(books(other)).isEqualTo(books(2, 3 + 2, 0));
  }

  @Test
  void aSectionOfAnUnwatchedTaskIsOneOfItsOwn() {
    other.enabled(false);
    Await.end(other.start(() -> monitor.run(SwitchConformanceTest::sleep)));
    assertThat(books(other)).isEqualTo(NOTHING);
    assertThat(books(monitor)).isEqualTo(books(1, 1, 0));
  }

  @Test
  void aPipelineRunsOnItsOwnExecutorOrIsWatchedToItsEnd() {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Integer> first = new CompletableFuture<>();
      AtomicReference<Executor> given = new AtomicReference<>();
      CompletableFuture<Integer> last =
          monitor.async(
              pool,
              e -> {
                given.set(e);
                return first.thenApplyAsync(n -> n + 1, e).thenApplyAsync(n -> n + 1, e);
              });
      assertThat(given.get()).isNotSameAs(pool);
      monitor.enabled(false);
      CompletableFuture<Integer> unwatched =
          monitor.async(
              pool,
              e -> {
                given.set(e);
                return CompletableFuture.supplyAsync(() -> 7, e);
              });
      assertThat(given.get()).isSameAs(pool);
      assertThat(unwatched.join()).isEqualTo(7);
      assertThat(books(monitor)).isEqualTo(books(1, 0, 1));
      first.complete(40);
      assertThat(last.join()).isEqualTo(42);
    }
    assertThat(only(monitor.cumulative(), INSTRUMENTED_COUNT, POLL_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, POLL_COUNT, 2L, LIVE_COUNT, 0L));
    assertThatThrownBy(() -> monitor.async(null, e -> null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void aHandleOnlyRunsItsCodeOrIsWatchedToItsEnd() {
    TaskHandle watched = monitor.task("watched");
    monitor.enabled(false);
    TaskHandle unwatched = monitor.task("unwatched");
    monitor.enabled(true);
    for (TaskHandle task : new TaskHandle[] {watched, unwatched}) {
      AtomicBoolean ran = new AtomicBoolean();
      task.poll(() -> ran.set(true));
      task.wake();
      int result = task.poll(() -> 42);
      task.end(Outcome.RETURNED);
      assertThat(ran).isTrue();
      assertThat(result).isEqualTo(42);
    }
    assertThat(unwatched.name()).isEqualTo("unwatched");
    assertThat(books(monitor)).isEqualTo(books(1, 2, 0));
  }
}
