package io.pickglass.demo.trouble;

/**
 * One trouble: off at first.
 *
 * <p><b>Threads:</b> the switch may be read by any thread at any time and turned by several at
 * once; a request that runs meanwhile meets the trouble or not.
 */
public abstract class Trouble {
  private final TroubleName name;
  private volatile boolean on;

  Trouble(TroubleName name) {
    this.name = name;
  }

  /** Which one it is. */
  public final TroubleName name() {
    return name;
  }

  /** Whether it is on. */
  public final boolean isOn() {
    return on;
  }

  /** Turns the switch; turning it to where it is changes nothing. */
  public final synchronized void turn(boolean wanted) {
    if (wanted != on) {
      on = wanted;
      turned(wanted);
    }
  }

  /** Called once for each change, by one thread at a time. */
  void turned(boolean nowOn) {}
}
