package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import java.io.IOException;

/** A program with so many monitors, one of whose tasks polls all the time. */
public final class Monitored {
  private Monitored() {}

  /** Runs it until the end of its input. */
  public static void main(String[] args) throws IOException {
    Pickglass.start();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      Pickglass.monitor("monitor-" + i).start(Monitored::pollNowAndThen);
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Nobody says anything.
    }
    System.exit(0);
  }

  private static void pollNowAndThen() {
    try {
      while (true) {
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
