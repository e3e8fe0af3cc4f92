package io.pickglass.demo.trouble;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A booking and a refund take the locks of two accounts in different order and wait for each other
 * for ever; sixty more bookings wait behind them. And the safe was locked by somebody who has gone.
 */
public final class DeadlockTrouble extends Trouble {
  static final int BEHIND = 60;

  private final List<Thread> stuck = new ArrayList<>();

  DeadlockTrouble() {
    super(TroubleName.DEADLOCK);
  }

  @Override
  void turned(boolean nowOn) {
    if (!nowOn) {
      stuck.forEach(Thread::interrupt);
      stuck.clear();
      return;
    }
    TaskMonitor ledger = Pickglass.monitor("ledger");
    ReentrantLock payer = new ReentrantLock();
    ReentrantLock payee = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    start(ledger, "booking", () -> transfer(payer, payee, both));
    start(ledger, "refund", () -> transfer(payee, payer, both));
    for (int i = 0; i < BEHIND; i++) {
      start(ledger, "booking", () -> transfer(payer, payee, both));
    }
    ReentrantLock safe = new ReentrantLock();
    CountDownLatch locked = new CountDownLatch(1);
    start(
        ledger,
        "closing",
        () -> {
          safe.lock();
          locked.countDown();
        });
    start(
        ledger,
        "opening",
        () -> {
          locked.await();
          safe.lockInterruptibly();
        });
  }

  /** What may be interrupted. */
  private interface Step {
    void run() throws InterruptedException;
  }

  private void start(TaskMonitor monitor, String name, Step step) {
    Thread thread =
        monitor
            .threadFactory()
            .newThread(() -> {
              try {
                step.run();
              } catch (InterruptedException e) {
                // It was switched off.
              }
            });
    thread.setName(name);
    stuck.add(thread);
    thread.start();
  }

  private static void transfer(ReentrantLock from, ReentrantLock to, CountDownLatch both)
      throws InterruptedException {
    from.lockInterruptibly();
    try {
      both.countDown();
      both.await();
      to.lockInterruptibly();
      to.unlock();
    } finally {
      from.unlock();
    }
  }
}
