package io.pickglass.demo.trouble;

import java.util.concurrent.Executor;

/** Somebody forgot the monitor where the threads are made. */
public final class UnwatchedTrouble extends Trouble {
  UnwatchedTrouble() {
    super(TroubleName.UNWATCHED);
  }

  /** The executor for the next request. */
  public Executor choose(Executor watched, Executor unwatched) {
    return isOn() ? unwatched : watched;
  }
}
