package io.pickglass.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Warning;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.Runtimes;
import io.pickglass.time.NanoClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What tasks wait for, when it does not go on. Real threads and real time. */
@Timeout(60)
class WaitRulesTest {
  private final Registry registry = new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 2_000);
  private final TaskMonitor monitor = Monitors.of(registry.monitor("orders"));
  private final Warnings warnings =
      new Warnings(registry, new Runtimes(NanoClock.SYSTEM), InstantSource.system());
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /** What a thread does until it is interrupted. */
  private interface Step {
    void run() throws InterruptedException;
  }

  private Thread start(String name, Step step) {
    Thread thread =
        monitor
            .threadFactory()
            .newThread(() -> {
              try {
                step.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setName(name);
    thread.start();
    threads.add(thread);
    return thread;
  }

  @AfterEach
  void end() {
    over.countDown();
    threads.forEach(Thread::interrupt);
    threads.forEach(Await::end);
  }

  private Optional<Warning> active(String rule) {
    return warnings.active().stream().filter(each -> each.name().equals(rule)).findFirst();
  }

  /** Those of the rules tried here: others may be raised on a machine that has much to do. */
  private List<String> aboutWaits() {
    return warnings.active().stream()
        .map(Warning::name)
        .filter(List.of("deadlock", "convoy", "lost-waker")::contains)
        .toList();
  }

  private Warning raised(String rule) {
    Await.until(
        rule + " is raised",
        () -> {
          warnings.look();
          return active(rule).isPresent();
        });
    return active(rule).orElseThrow();
  }

  private void cleared(String rule) {
    Await.until(
        rule + " is cleared",
        () -> {
          warnings.look();
          return active(rule).isEmpty();
        });
  }

  /** Looks for so long that whatever can be raised is. */
  private void lookForLong() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(2_500)) {
      warnings.look();
    }
  }

  private static void take(Object monitor, ReentrantLock lock, boolean first, CountDownLatch both)
      throws InterruptedException {
    if (first) {
      synchronized (monitor) {
        both.countDown();
        both.await();
        lock.lockInterruptibly();
        lock.unlock();
      }
      return;
    }
    lock.lockInterruptibly();
    try {
      both.countDown();
      both.await();
      synchronized (monitor) {
        both.countDown();
      }
    } finally {
      lock.unlock();
    }
  }

  @Test
  void tasksThatWaitForEachOtherInACircleAreADeadlock() {
    Object object = new Object();
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    Thread cook = start("cook", () -> take(object, lock, true, both));
    Thread waiter = start("waiter", () -> take(object, lock, false, both));
    Warning warning = raised("deadlock");
    assertThat(List.of(warning.level(), warning.subject(), warning.summary()))
        .isEqualTo(List.of("critical", "orders", "2 tasks of orders are in a deadlock"));
    String cookId = "v" + cook.threadId();
    String waiterId = "v" + waiter.threadId();
    assertThat(
            warning.tasks().stream()
                .map(each -> each.sentence().replaceAll(" r\\d+,", ","))
                .sorted()
                .toList())
        .isEqualTo(
            List.of(
                    cookId + " (cook) waits for ReentrantLock, which " + waiterId + " (waiter) has",
                    waiterId + " (waiter) waits for Object, which " + cookId + " (cook) has")
                .stream()
                .sorted()
                .toList());
    assertThat(String.join("\n", warning.evidence()))
        .contains(cookId + ":", waiterId + ":", "WaitRulesTest.take(");
    cook.interrupt();
    cleared("deadlock");
  }

  @Test
  void whoWaitsForALimitedTimeIsInNoDeadlockThatLasts() {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock other = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    start("one", () -> hold(one, both, () -> other.tryLock(1, TimeUnit.HOURS)));
    start("other", () -> hold(other, both, () -> one.tryLock(1, TimeUnit.HOURS)));
    lookForLong();
    assertThat(aboutWaits()).isEmpty();
  }

  private interface Then {
    boolean run() throws InterruptedException;
  }

  private static void hold(ReentrantLock lock, CountDownLatch both, Then then)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      both.countDown();
      both.await();
      then.run();
    } finally {
      lock.unlock();
    }
  }

  @Test
  void fiftyTasksBehindOneLockAreAConvoyAndFortyNineAreNot() {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        start(
            "holder",
            () -> {
              lock.lock();
              try {
                held.countDown();
                over.await();
              } finally {
                lock.unlock();
              }
            });
    for (int i = 0; i < 49; i++) {
      start(
          "queued",
          () -> {
            held.await();
            lock.lockInterruptibly();
            lock.unlock();
          });
    }
    Await.until("49 wait", () -> lock.getQueueLength() == 49);
    lookForLong();
    assertThat(aboutWaits()).isEmpty();
    start(
        "last",
        () -> {
          lock.lockInterruptibly();
          lock.unlock();
        });
    Warning warning = raised("convoy");
    assertThat(List.of(warning.level(), warning.summary(), warning.count()))
        .isEqualTo(List.of("warning", "50 tasks of orders wait for one lock", 50L));
    assertThat(warning.tasks().getFirst().sentence())
        .endsWith(", which v" + holder.threadId() + " (holder) has, longest of 50");
    assertThat(String.join("\n", warning.evidence()))
        .contains("its holder v" + holder.threadId() + ":", "CountDownLatch.await");
    over.countDown();
    cleared("convoy");
  }

  @Test
  void aLockWhoseOwnerHasEndedIsGivenBackByNobody() {
    ReentrantLock lock = new ReentrantLock();
    Thread forgetful = start("forgetful", lock::lock);
    Await.end(forgetful);
    Thread patient = start("patient", lock::lockInterruptibly);
    Warning warning = raised("lost-waker");
    assertThat(warning.summary())
        .isEqualTo("1 task of orders has waited for a lock whose owner has ended");
    assertThat(warning.tasks().getFirst().sentence().replaceAll(" r\\d+,", ","))
        .isEqualTo(
            "v"
                + patient.threadId()
                + " (patient) waits for ReentrantLock, which v"
                + forgetful.threadId()
                + " (forgetful) has, and that has ended");
    patient.interrupt();
    cleared("lost-waker");
  }

  @Test
  void whoWaitsForHoursForGoodReasonsIsNoMatter() {
    ReentrantLock lock = new ReentrantLock();
    start(
        "owner",
        () -> {
          lock.lock();
          try {
            over.await();
          } finally {
            lock.unlock();
          }
        });
    Await.until("it is taken", lock::isLocked);
    for (int i = 0; i < 10; i++) {
      start("patient", lock::lockInterruptibly);
      start("idle", over::await);
    }
    lookForLong();
    assertThat(aboutWaits()).isEmpty();
  }
}
