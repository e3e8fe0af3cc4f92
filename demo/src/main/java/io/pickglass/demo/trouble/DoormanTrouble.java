package io.pickglass.demo.trouble;

import java.time.Duration;

/** A narrow door before the place where tasks begin: at most 66 requests a second get in. */
public final class DoormanTrouble extends Trouble {
  static final Duration LOOK = Duration.ofMillis(15);

  DoormanTrouble() {
    super(TroubleName.DOORMAN);
  }

  /** Looks at one request, if the trouble is on. Called by one thread at a time. */
  public void look() throws InterruptedException {
    if (isOn()) { // else a long queue would stay when it is switched off
      Thread.sleep(LOOK);
    }
  }
}
