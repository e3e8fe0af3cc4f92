package io.pickglass.instrument;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.FIRST_POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_COUNT;
import static io.pickglass.catalog.TaskMetric.SELF_WAKE_COUNT;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.jdk.OwnCarriers;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.Tracking;
import io.pickglass.model.Tracking.Mode;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Lanes;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.View;
import io.pickglass.time.NanoClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether polls are seen, by a thread of which is known what it does. Nothing is believed
 * of a JDK that has not been seen to work in this very process.
 */
final class SelfCheck {
  /** How long the check may take; carriers that are all blocked would let it take for ever. */
  static final long DEADLINE_MILLIS = 2_000;

  // As long as that where there is another way.
  private static final long BRIEFLY_MILLIS = 250;

  private static final String SEEN =
      "the self-check has seen every poll of a thread with a known script";
  private static final String TOO_LATE = "the self-check's thread did not end";

  // A thread that was counted wrongly once may have met somebody who takes stack traces, or lost
  // its
  // processor before a timed wait for longer than that was to last: so each attempt waits longer.
  private static final long[] WAITS_MILLIS = {1, 10, 50};

  // What Probe does: 3 yields, and 4 waits (park, sleep, timed wait, monitor enter).
  private static final Map<TaskMetric, Long> EXPECTED =
      Map.of(
          FIRST_POLL_COUNT, 1L,
          POLL_COUNT, 8L,
          SCHEDULED_COUNT, 7L,
          SELF_WAKE_COUNT, 3L,
          IDLE_COUNT, 4L,
          ENDED_COUNT, 1L);

  private final @Nullable Facade facade;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicReference<@Nullable Tracking> tracking = new AtomicReference<>();

  SelfCheck(@Nullable Facade facade) {
    this.facade = facade;
  }

  /**
   * What was found out. The first call begins the check, on a platform thread; callers wait for its
   * answer, virtual threads without holding their carriers, which the check may need.
   */
  Tracking tracking() {
    Tracking known = tracking.get();
    if (known != null) {
      return known;
    }
    if (begun.compareAndSet(false, true)) {
      begin();
    }
    await();
    tracking.compareAndSet(null, new Tracking(Mode.TASK, "the self-check did not answer"));
    return Objects.requireNonNull(tracking.get());
  }

  private void begin() {
    if (facade == null) {
      answer(new Tracking(Mode.TASK, String.valueOf(VirtualThreadAccess.problem())));
      return;
    }
    try {
      Thread checker =
          Thread.ofPlatform()
              .daemon()
              .inheritInheritableThreadLocals(false)
              .name("pickglass-self-check")
              .unstarted(() -> answer(check(facade)));
      checker.setContextClassLoader(null);
      checker.start();
    } catch (Throwable e) {
      Guard.caught(e);
      answer(new Tracking(Mode.TASK, "the self-check could not start: " + e));
    }
  }

  private void answer(Tracking found) {
    tracking.compareAndSet(null, found);
    answered.countDown();
  }

  /** Waits, interrupted or not: an interrupt is meant for the application. */
  private void await() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + 3 * MILLISECONDS.toNanos(DEADLINE_MILLIS);
    while (true) {
      try {
        answered.await(deadline - System.nanoTime(), NANOSECONDS);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Tracking check(Facade facade) {
    try (OwnCarriers own = OwnCarriers.openOrNull()) {
      ThreadFactory jvms = Thread.ofVirtual().name("pickglass-probe").factory();
      String failure = attempts(facade, jvms, own == null ? DEADLINE_MILLIS : BRIEFLY_MILLIS);
      if (failure.isEmpty()) {
        return new Tracking(Mode.EXACT, SEEN);
      }
      if (own != null && failure.startsWith(TOO_LATE)) {
        failure = attemptsOn(own);
        if (failure.isEmpty()) {
          return new Tracking(Mode.EXACT, SEEN + ", on a carrier of our own as none was free");
        }
      }
      return new Tracking(Mode.TASK, failure);
    }
  }

  private static String attemptsOn(OwnCarriers own) {
    Lanes.watchApart(own.scheduler());
    try {
      return attempts(new Facade(own.scheduler()), own::newThread, DEADLINE_MILLIS);
    } finally {
      Lanes.endApart();
    }
  }

  /** Empty if one of them has seen all, otherwise what the last has not. */
  private static String attempts(Facade facade, ThreadFactory threads, long deadlineMillis) {
    String failure = "";
    for (long waitMillis : WAITS_MILLIS) {
      try {
        failure = attempt(facade, threads, deadlineMillis, new Probe(waitMillis));
      } catch (Throwable e) {
        Guard.caught(e);
        failure = "the self-check failed with " + e;
      }
      if (failure.isEmpty() || failure.startsWith(TOO_LATE)) {
        break;
      }
    }
    return failure;
  }

  private static String attempt(
      Facade facade, ThreadFactory threads, long deadlineMillis, Probe probe)
      throws InterruptedException {
    TaskTotals totals = new TaskTotals("self-check", NanoClock.SYSTEM, new Epoch(), () -> true);
    Thread thread = VirtualThreads.hooked(facade, threads, View.whole(totals), probe);
    thread.start();
    if (!probe.accompany(thread, deadlineMillis)) {
      return TOO_LATE
          + " within "
          + deadlineMillis
          + " ms: start Pickglass while there are free"
          + " carriers";
    }
    Map<TaskMetric, Long> seen = new LinkedHashMap<>();
    TaskMetrics metrics = totals.cumulative();
    EXPECTED.forEach((metric, expected) -> seen.put(metric, metrics.get(metric)));
    return seen.equals(EXPECTED)
        ? ""
        : "the self-check saw " + seen + " instead of " + EXPECTED + ": this JDK is not known";
  }
}
