package io.pickglass.evidence;

import static io.pickglass.evidence.FakeThreads.calls;
import static io.pickglass.evidence.FakeThreads.nativeCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.evidence.FakeSite.Task;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.StackCount;
import io.pickglass.monitor.Polled;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A poll that has run for longer than its monitor's threshold is looked into while it runs. */
class WatchdogTest extends Watching {
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
}
