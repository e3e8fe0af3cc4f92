package io.pickglass.demo.trouble;

import java.time.Duration;

/** Asks whether it is time yet, again and again, instead of waiting until it is. */
public final class RestlessTrouble extends Trouble {
  static final Duration TIME = Duration.ofMillis(10);

  RestlessTrouble() {
    super(TroubleName.RESTLESS);
  }

  /** Lets the time pass, if the trouble is on; the answer is how often it asked in vain. */
  public long perhapsAsk() {
    long end = System.nanoTime() + TIME.toNanos();
    long asked = 0;
    while (isOn() && System.nanoTime() - end < 0) {
      Thread.yield(); // on a virtual thread: to the end of the run queue, and to another poll
      asked++;
    }
    return asked;
  }
}
