package io.pickglass.demo.trouble;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Every few seconds a report is computed in one go, on a virtual thread that never waits. */
public final class GreedyTrouble extends Trouble {
  static final Duration REPORT = Duration.ofMillis(2_500);
  static final Duration PAUSE = Duration.ofMillis(1_100);

  private @Nullable Thread clerk;

  GreedyTrouble() {
    super(TroubleName.GREEDY);
  }

  @Override
  void turned(boolean nowOn) {
    if (nowOn) {
      TaskMonitor reports = Pickglass.monitor("reports");
      // A platform thread, for it is to go on while reports hold the carriers.
      clerk = Thread.ofPlatform().daemon().name("report-clerk").start(() -> order(reports));
    } else if (clerk != null) {
      clerk.interrupt();
      clerk = null;
    }
  }

  private void order(TaskMonitor reports) {
    try {
      while (isOn()) {
        reports.start(this::compute).join();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // It was switched off, and so ends the report that is computed.
    }
  }

  // What is computed does not matter; that it neither waits nor yields does.
  private void compute() {
    long end = System.nanoTime() + REPORT.toNanos();
    while (isOn() && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }
}
