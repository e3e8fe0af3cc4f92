package io.pickglass.repl;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tasks that wait for ever: three of the monitor {@code till} for a lock that the platform thread
 * {@code teller} has, and two of the monitor {@code bank}, each for what the other one has: a lock
 * and the monitor of an object.
 */
final class WaitingTasks {
  private static final ReentrantLock TILL = new ReentrantLock();
  private static final ReentrantLock ACCOUNT = new ReentrantLock();
  private static final Object VAULT = new Object();
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private WaitingTasks() {}

  static void start() throws InterruptedException {
    CountDownLatch teller = new CountDownLatch(1);
    Thread.ofPlatform().daemon().name("teller").start(() -> serve(teller));
    teller.await();
    TaskMonitor till = Pickglass.monitor("till");
    for (int i = 0; i < 3; i++) {
      till.start(WaitingTasks::queue);
    }
    CountDownLatch both = new CountDownLatch(2);
    TaskMonitor bank = Pickglass.monitor("bank");
    bank.start(() -> accountThenVault(both));
    bank.start(() -> vaultThenAccount(both));
  }

  private static void serve(CountDownLatch begun) {
    TILL.lock();
    begun.countDown();
    await(NEVER);
  }

  private static void queue() {
    TILL.lock();
    TILL.unlock();
  }

  private static void accountThenVault(CountDownLatch both) {
    ACCOUNT.lock();
    both.countDown();
    await(both);
    synchronized (VAULT) {
      ACCOUNT.unlock();
    }
  }

  private static void vaultThenAccount(CountDownLatch both) {
    synchronized (VAULT) {
      both.countDown();
      await(both);
      ACCOUNT.lock();
      ACCOUNT.unlock();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
