package io.pickglass.evidence;

import static io.pickglass.evidence.FakeThreads.calls;
import static io.pickglass.evidence.FakeThreads.nativeCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.evidence.FakeSite.Task;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.StackCount;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.PollSites;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.Registry;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A poll that has run for longer than its monitor's threshold is looked into while it runs. */
class WatchdogTest {
  private static final long MS = 1_000_000;

  private final ManualClock clock = new ManualClock();
  private final Registry registry = new Registry(clock, new Epoch(), () -> true, 10);
  private final List<PollSite> sites = new ArrayList<>();
  private final FakeThreads threads = new FakeThreads();
  private final SlowPolls found = new SlowPolls();
  private final List<Throwable> errors = new ArrayList<>();
  private final InstantSource wallClock =
      () -> Instant.ofEpochMilli(1_000_000).plusNanos(clock.nanos() - 1);
  private final Watchdog watchdog =
      new Watchdog(registry, new ListedSites(), threads, found, wallClock, errors::add);
  private final FakeSite carrier = FakeSite.carrier();
  private final Thread virtual = Thread.ofVirtual().name("order-7").unstarted(() -> {});

  private final class ListedSites implements PollSites {
    @Override
    public long madeCount() {
      return sites.size();
    }

    @Override
    public List<PollSite> list() {
      return List.copyOf(sites);
    }
  }

  WatchdogTest() {
    registry.monitor("orders");
    sites.add(carrier);
    threads.stack = calls("price", "order", "run");
  }

  private Task begins(FakeSite site, @Nullable Thread thread) {
    Task task = new Task("orders", thread, clock.nanos());
    site.begins(task);
    return task;
  }

  /** Looks every ten milliseconds until so many have passed, with so much processor time. */
  private void pass(long millis, long cpuMillis) {
    for (long passed = 0; passed < millis; passed += 10) {
      clock.advanceMillis(10);
      threads.cpuNanos += cpuMillis * MS * 10 / millis;
      watchdog.look(clock.nanos());
    }
  }

  private SlowPollReport report() {
    return found.of("orders");
  }

  private SlowPoll last() {
    return Objects.requireNonNull(report().last());
  }

  private String verdictOf(long cpuMillis) {
    begins(carrier, virtual);
    pass(100, cpuMillis);
    String verdict = last().verdict();
    carrier.ends();
    pass(10, 0);
    return verdict;
  }

  @Test
  void aPollIsSampledAsItCrossesTheThresholdAndNotBefore() {
    begins(carrier, virtual);
    pass(90, 90);
    assertThat(threads.stacksTaken).isZero();
    pass(10, 10);
    SlowPoll sampled =
        new SlowPoll(
            "orders",
            "v" + virtual.threadId(),
            "order-7",
            "carrier-1",
            1_000_000,
            100 * MS,
            50 * MS,
            50 * MS,
            "computing",
            List.of(
                "app.Shop.price(Shop.java:1)",
                "app.Shop.order(Shop.java:2)",
                "app.Shop.run(Shop.java:3)"),
            "");
    assertThat(report())
        .isEqualTo(
            new SlowPollReport(
                "orders",
                1,
                sampled,
                sampled,
                List.of(
                    new StackCount(
                        1, 100 * MS, 100 * MS, 1_000_100, "computing", sampled.frames())),
                0));
    assertThat(found.ofTask("v" + virtual.threadId())).containsExactly(sampled);
    assertThat(errors).isEmpty();
  }

  @Test
  void aPollThatGoesOnIsSampledAgainAtTwiceFourTimesEightTimesTheThreshold() {
    begins(carrier, virtual);
    List<Long> sampled = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int before = threads.stacksTaken;
      pass(10, 10);
      if (threads.stacksTaken > before) {
        sampled.add(last().runningNanos() / MS);
      }
    }
    assertThat(sampled).containsExactly(100L, 200L, 400L, 800L);
    assertThat(report().pollCount()).isEqualTo(1);
    assertThat(report().stacks())
        .extracting(StackCount::pollCount, StackCount::totalNanos, StackCount::longestNanos)
        .containsExactly(Tuple.tuple(1L, 800 * MS, 800 * MS));
    assertThat(found.ofTask("v" + virtual.threadId())).hasSize(1);
  }

  @Test
  void thereAreNotMoreThanEighteenSamplesOfOnePoll() {
    registry.monitor("orders").thresholds().evidenceNanos(1);
    begins(carrier, virtual);
    for (int i = 0; i < 50; i++) {
      clock.advanceNanos(clock.nanos());
      watchdog.look(clock.nanos());
    }
    assertThat(threads.stacksTaken).isEqualTo(18);
  }

  @Test
  void manyShortPollsAreNoSlowPoll() {
    for (int i = 0; i < 50; i++) {
      begins(carrier, virtual);
      pass(90, 90);
      carrier.ends();
    }
    assertThat(threads.stacksTaken).isZero();
  }

  @Test
  void aPollThatEndsWhileItsStackIsTakenLeavesNothing() {
    begins(carrier, virtual);
    threads.whileTheStackIsTaken = carrier::ends;
    pass(100, 100);
    assertThat(threads.stacksTaken).isEqualTo(1);
    assertThat(report()).isEqualTo(SlowPollReport.none("orders"));
  }

  @Test
  void theNextPollOfTheSameThreadIsNotTakenForTheOneBefore() {
    begins(carrier, virtual);
    threads.whileTheStackIsTaken = () -> begins(carrier, virtual);
    pass(100, 100);
    assertThat(report()).isEqualTo(SlowPollReport.none("orders"));
    threads.whileTheStackIsTaken = () -> {};
    pass(100, 100);
    assertThat(last().runningNanos()).isEqualTo(100 * MS);
  }

  @Test
  void processorTimeStateAndInnermostFrameGiveTheVerdict() {
    assertThat(verdictOf(90)).isEqualTo("computing");
    assertThat(verdictOf(50)).isEqualTo("mixed");
    assertThat(verdictOf(10)).isEqualTo("stalled");
    threads.stack = new StackTraceElement[] {nativeCall("read"), calls("run")[0]};
    assertThat(verdictOf(10)).isEqualTo("native");
    assertThat(verdictOf(90)).isEqualTo("computing");
    threads.state = Thread.State.TIMED_WAITING;
    assertThat(verdictOf(0)).isEqualTo("waiting");
    threads.cpuNanos = ThreadLook.UNKNOWN;
    assertThat(verdictOf(0)).isEqualTo("unknown");
    assertThat(last().cpuNanos()).isEqualTo(-1);
  }

  @Test
  void aChangedThresholdHoldsForThePollThatRuns() {
    begins(carrier, virtual);
    pass(50, 50);
    registry.monitor("orders").thresholds().evidenceNanos(60 * MS);
    pass(10, 10);
    assertThat(last().runningNanos()).isEqualTo(60 * MS);
    registry.monitor("orders").thresholds().evidenceNanos(Long.MAX_VALUE);
    carrier.ends();
    begins(carrier, virtual);
    pass(1_000, 1_000);
    assertThat(report().pollCount()).isEqualTo(1);
  }

  @Test
  void atZeroAnyPollIsSampledThatTwoLooksFind() {
    registry.monitor("orders").thresholds().evidenceNanos(0);
    begins(carrier, virtual);
    pass(10, 10);
    assertThat(threads.stacksTaken).isZero();
    pass(10, 10);
    assertThat(last().runningNanos()).isEqualTo(20 * MS);
  }

  private long waitMillis() {
    watchdog.look(clock.nanos());
    return watchdog.waitNanos() / MS;
  }

  @Test
  void itWaitsForHalfOfTheSmallestThresholdWithinLimits() {
    assertThat(waitMillis()).isEqualTo(50);
    registry.monitor("orders").thresholds().evidenceNanos(40 * MS);
    assertThat(waitMillis()).isEqualTo(20);
    registry.monitor("orders").thresholds().evidenceNanos(0);
    assertThat(waitMillis()).isEqualTo(2);
    registry.monitor("orders").thresholds().evidenceNanos(Long.MAX_VALUE);
    assertThat(waitMillis()).isEqualTo(50);
    registry.monitor("later").thresholds().evidenceNanos(60 * MS);
    assertThat(waitMillis()).isEqualTo(30);
    registry.remove(registry.monitor("later"));
    assertThat(waitMillis()).isEqualTo(50);
  }

  @Test
  void itLooksAgainWhenSomethingIsDue() {
    watchdog.look(clock.nanos());
    begins(carrier, virtual);
    List<Long> looks = new ArrayList<>();
    while (clock.nanos() < 450 * MS) {
      clock.advanceNanos(watchdog.waitNanos());
      watchdog.look(clock.nanos());
      looks.add((clock.nanos() - 1) / MS);
    }
    // At 50 its processor time is read, at 100, 200 and 400 it is sampled.
    assertThat(looks).containsExactly(50L, 100L, 150L, 200L, 250L, 300L, 350L, 400L, 450L);
    assertThat(threads.stacksTaken).isEqualTo(3);
  }

  @Test
  void aPollThatWasFoundLateIsSampledAsSoonAsItIsDue() {
    watchdog.look(clock.nanos());
    clock.advanceMillis(20);
    begins(carrier, virtual);
    List<Long> looks = new ArrayList<>();
    for (long wait = watchdog.waitNanos() - 20 * MS;
        looks.size() < 3;
        wait = watchdog.waitNanos()) {
      clock.advanceNanos(wait);
      watchdog.look(clock.nanos());
      looks.add((clock.nanos() - 1) / MS - 20);
    }
    assertThat(threads.stacksTaken).isEqualTo(1);
    assertThat(looks).containsExactly(30L, 50L, 100L);
    assertThat(last().observedNanos()).isEqualTo(50 * MS);
  }

  @Test
  void aTaskWithinATaskOfAPoolThreadIsNamedAndThePollIsThatOfBoth() {
    registry.monitor("inner");
    FakeSite pool = FakeSite.poolThread(Thread.ofPlatform().name("pool-1").unstarted(() -> {}));
    sites.add(pool);
    Task outer = begins(pool, null);
    pass(50, 0);
    // Another one within it at each look.
    for (int i = 0; i < 5; i++) {
      pool.nests(new Task("inner", null, clock.nanos()));
      pass(10, 0);
    }
    SlowPoll inner = Objects.requireNonNull(found.of("inner").last());
    assertThat(inner)
        .extracting(SlowPoll::taskId, SlowPoll::threadName, SlowPoll::runningNanos)
        .containsExactly("", "pool-1", 100 * MS);
    pool.nests(outer);
    pass(100, 0);
    assertThat(last().runningNanos()).isEqualTo(200 * MS);
    assertThat(found.of("inner").pollCount() + report().pollCount()).isEqualTo(2);
  }

  @Test
  void aPipelineIsNotTakenForABranchOfIt() {
    FakeSite pool = FakeSite.poolThread(Thread.ofPlatform().unstarted(() -> {}));
    sites.add(pool);
    long since = clock.nanos();
    for (int i = 0; i < 50; i++) {
      // Some other branch is polled all the time.
      pool.begins(new Task("orders", null, since));
      pass(50, 50);
      pool.ends();
    }
    assertThat(threads.stacksTaken).isZero();
  }

  @Test
  void withoutAStackTheReasonIsSaid() {
    threads.stack = calls();
    begins(carrier, virtual);
    pass(100, 100);
    assertThat(last())
        .extracting(SlowPoll::frames, SlowPoll::noStackReason)
        .containsExactly(List.of(), "its thread could not be stopped there");
    threads.problem = "java.lang is closed";
    pass(100, 100);
    assertThat(last().noStackReason()).isEqualTo("java.lang is closed");
    assertThat(last().verdict()).isEqualTo("computing");
  }

  @Test
  void whatFailsOnOneThreadIsCaughtAndTheOthersAreLookedAt() {
    FakeSite broken = FakeSite.carrier();
    broken.begins(
        new Polled() {
          @Override
          public String monitorName() {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public @Nullable Thread virtualThread() {
            return virtual;
          }

          @Override
          public long pollingSince() {
            return 1;
          }
        });
    sites.addFirst(broken);
    begins(carrier, virtual);
    pass(100, 100);
    assertThat(report().pollCount()).isEqualTo(1);
    assertThat(errors).hasSize(10).allMatch(e -> e.getMessage().equals("on purpose"));
  }

  @Test
  void aMonitorThatWasRemovedGetsNoEvidence() {
    registry.remove(registry.monitor("orders"));
    begins(carrier, virtual);
    pass(200, 200);
    assertThat(threads.stacksTaken).isZero();
  }

  @Test
  void aLookThatFindsNothingSlowAllocatesNothing() {
    for (int i = 0; i < 100; i++) {
      sites.add(FakeSite.carrier());
    }
    begins(carrier, virtual);
    // Also code that is loaded and linked at its first run.
    pass(40, 40);
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long idle = bean.getCurrentThreadAllocatedBytes();
    long reading = bean.getCurrentThreadAllocatedBytes() - idle;
    long before = bean.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      watchdog.look(clock.nanos());
    }
    long allocated = bean.getCurrentThreadAllocatedBytes() - before - reading;
    assertThat(allocated).isZero();
  }
}
