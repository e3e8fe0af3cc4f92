package io.pickglass.demo.trouble;

import java.time.Duration;

/** Fifty short round trips where one would do. */
public final class ChattyTrouble extends Trouble {
  static final int ROUND_TRIPS = 50;
  static final Duration ROUND_TRIP = Duration.ofNanos(500_000);

  ChattyTrouble() {
    super(TroubleName.CHATTY);
  }

  /** Looks a name up in list after list, if the trouble is on; the answer is in how many. */
  public int lookUp() {
    int lists = 0;
    try {
      while (isOn() && lists < ROUND_TRIPS) {
        Thread.sleep(ROUND_TRIP);
        lists++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // for the database, which is asked next and will refuse
    }
    return lists;
  }
}
