package io.pickglass.lint;

import static io.pickglass.lint.Desk.BEGIN;
import static io.pickglass.lint.Desk.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.Monitors;
import io.pickglass.model.PinnedWait;
import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules of runtimes and of what Flight Recorder tells, and who holds the threads. */
@Timeout(60)
class OtherRulesTest {
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPoolWhoseProbeIsLateStarvesAndItsTasksAreToldWhoHoldsIt() {
    Desk desk = new Desk();
    Sampler sampler = new Sampler(desk.registry, desk.runtimes, desk.wallClock, 5);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.HOURS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("cook").factory())) {
      desk.runtimes.watch(pool, "kitchen");
      ExecutorService watched = Monitors.of(desk.registry.monitor("orders")).executor(pool);
      watched.execute(() -> {
        begun.countDown();
        await(release);
      });
      await(begun);
      watched.execute(() -> {});
      sampler.tick();
      desk.passMillis(99);
      sampler.tick();
      assertThat(desk.look("starvation")).isEmpty();
      desk.passMillis(1);
      sampler.tick();
      assertThat(desk.look("starvation").orElseThrow())
          .isEqualTo(
              new Warning(
                  1,
                  "starvation",
                  "critical",
                  "runtime",
                  "kitchen",
                  "1 runtime, kitchen, runs what it is given late, by 100 ms or more",
                  BEGIN + 100,
                  BEGIN + 100,
                  0,
                  1,
                  1,
                  nanos(100),
                  nanos(100),
                  nanos(100),
                  "nanoseconds",
                  List.of(),
                  List.of("cook: a task of orders has held one for 100 ms")));
      Warning waiting = desk.look("long-scheduled").orElseThrow();
      assertThat(waiting.evidence())
          .containsExactly("cook: a task of orders has held one for 100 ms");
      assertThat(waiting.tasks().getFirst().sentence())
          .endsWith(
              " has been ready for 100 ms and waits for a thread: a task of orders has held one for"
                  + " 100 ms, longest of all");
      release.countDown();
      Await.until("the queue is empty", () -> pool.getCompletedTaskCount() == 3);
      desk.passMillis(10);
      sampler.tick();
      // What the probe told of the interval in which it was late.
      sampler.tick();
      desk.lookUntilClear();
      assertThat(desk.warnings.active()).isEmpty();
    }
  }

  @Test
  void aPoolThatHasAFreeThreadDoesNotStarve() {
    Desk desk = Desk.of("starvation");
    Sampler sampler = new Sampler(desk.registry, desk.runtimes, desk.wallClock, 5);
    try (ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>())) {
      desk.runtimes.watch(pool, "idle");
      for (int i = 0; i < 10; i++) {
        sampler.tick();
        desk.passMillis(1_000);
        assertThat(desk.look("starvation")).isEmpty();
      }
    }
  }

  @Test
  void withoutProbesItSaysWhatItLacks() {
    Desk desk = new Desk();
    desk.runtimes.probing(false);
    desk.told.on = false;
    assertThat(desk.warnings.rules())
        .filteredOn(rule -> !rule.lacks().isEmpty())
        .extracting(WarningRule::name, WarningRule::lacks)
        .containsExactly(
            tuple(
                "pinned",
                "Flight Recorder, which is off: FlightRecorder of pickglass:type=Runtimes turns it"
                    + " on"),
            tuple(
                "starvation",
                "the probes, which are off: StarvationProbes of pickglass:type=Runtimes turns them"
                    + " on"));
  }

  @Test
  void pinnedWaitsAreWarnedOfForAWhileAfterTheyWereTold() {
    Desk desk = Desk.of("pinned");
    desk.told.pins.add(pin("v7", "loader", "plugins", nanos(20), "native code", List.of("a.B.c")));
    desk.told.pins.add(pin("v8", "", "plugins", nanos(35), "", List.of("a.B.d", "a.B.e")));
    desk.told.pins.add(pin("v9", "", "plugins", nanos(20) - 1, "", List.of()));
    desk.told.pins.add(pin("v10", "", "", nanos(21), "", List.of()));
    desk.passMillis(14_999);
    Warning warning = desk.look("pinned").orElseThrow();
    assertThat(desk.warnings.active().stream().map(w -> w.subjectKind() + " " + w.subject()))
        .containsExactlyInAnyOrder("runtime virtual-threads", "monitor plugins");
    Warning plugins =
        warning.subject().equals("plugins") ? warning : desk.warnings.active().getLast();
    assertThat(plugins.summary())
        .isEqualTo("2 waits of plugins kept a carrier for 20 ms or longer");
    assertThat(plugins.tasks())
        .containsExactly(
            new WarnedTask("v8", "", nanos(35), "v8 kept its carrier while it waited for 35 ms"),
            new WarnedTask(
                "v7",
                "loader",
                nanos(20),
                "v7 (loader) kept its carrier while it waited for 20 ms: native code"));
    assertThat(plugins.evidence()).containsExactly("a.B.d", "a.B.e");
    assertThat(desk.warnings.of("v8"))
        .containsExactly("v8 kept its carrier while it waited for 35 ms");
    desk.passMillis(1);
    desk.lookUntilClear();
    assertThat(desk.warnings.active()).isEmpty();
  }

  @Test
  void aShortPinnedWaitIsNoMatter() {
    Desk desk = Desk.of("pinned");
    desk.told.pins.add(pin("v7", "", "m", nanos(20) - 1, "", List.of()));
    assertThat(desk.look("pinned")).isEmpty();
  }

  @Test
  void aVirtualThreadThatFindsNoCarrierIsToldWhoHoldsThem() {
    Registry registry = new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 10);
    Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);
    runtimes.watchVirtualThreads(() -> true);
    Warnings warnings = new Warnings(registry, runtimes, InstantSource.system());
    warnings.rule("long-scheduled").threshold("1ms");
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread holder;
    try (Carriers _ = Carriers.holdAllBut(1)) {
      holder =
          Monitors.of(registry.monitor("reports"))
              .unstarted(
                  Thread.ofVirtual(),
                  () -> {
                    begun.countDown();
                    while (release.getCount() > 0) {
                      Thread.onSpinWait();
                    }
                  });
      holder.start();
      await(begun);
      Thread waiter = Monitors.of(registry.monitor("orders")).start(() -> {});
      Await.until(
          "the waiter is warned of",
          () -> {
            warnings.look();
            return !warnings.active().isEmpty();
          });
      Warning warning = warnings.active().getFirst();
      assertThat(warning.subject()).isEqualTo("orders");
      assertThat(warning.tasks().getFirst().id()).isEqualTo("v" + waiter.threadId());
      assertThat(warning.tasks().getFirst().sentence())
          .contains("v" + holder.threadId() + " of reports has held one for ");
      assertThat(warning.evidence().getFirst())
          .contains(": " + "v" + holder.threadId() + " of reports has held one for ");
      release.countDown();
      Await.end(waiter);
    }
    Await.end(holder);
  }

  /** A wait that was over when the test began. */
  private static PinnedWait pin(
      String id, String name, String monitor, long nanos, String reason, List<String> frames) {
    return new PinnedWait(
        id, name, monitor, BEGIN - nanos / 1_000_000, nanos, reason, "", "carrier", frames);
  }
}
