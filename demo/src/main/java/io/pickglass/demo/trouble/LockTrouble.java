package io.pickglass.demo.trouble;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** A lock held across a slow call: at most twenty requests a second can pass. */
public final class LockTrouble extends Trouble {
  static final Duration SLOW_CALL = Duration.ofMillis(50);

  private final ReentrantLock audit = new ReentrantLock();

  LockTrouble() {
    super(TroubleName.LOCK);
  }

  /** Passes through the lock, if the trouble is on. */
  public void pass() throws InterruptedException {
    if (!isOn()) {
      return;
    }
    audit.lockInterruptibly();
    try {
      if (isOn()) { // else a long queue would take minutes to go after it is switched off
        Thread.sleep(SLOW_CALL);
      }
    } finally {
      audit.unlock();
    }
  }
}
