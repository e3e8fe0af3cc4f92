package io.pickglass.monitor;

/**
 * Whether the tasks of one monitor are watched. A task asks once, as it begins: one that is watched
 * then is watched to its end, whatever the switch does later, so that what was counted in is
 * counted out; one that is not never becomes so.
 *
 * <p>Threads: any. To ask is one volatile read; to turn takes the lock of the {@link MainSwitch}.
 */
public final class Switch {
  private final MainSwitch main;
  private boolean own = true;

  // This one and the main one, so that a task need not ask both.
  private volatile boolean watching;

  Switch(MainSwitch main, boolean watching) {
    this.main = main;
    this.watching = watching;
  }

  /** Whether a task that begins now is watched: this switch is on, and the main one. */
  public boolean isWatching() {
    return watching;
  }

  /** Whether this switch is on, whatever the main one is. */
  public boolean isOn() {
    synchronized (main) {
      return own;
    }
  }

  /** Turns it on or off, for tasks that begin from now on. */
  public void turn(boolean on) {
    synchronized (main) {
      own = on;
      watching = on && main.isOn();
    }
  }

  /** The main switch, whose lock the caller has, was turned. */
  void follow(boolean mainIsOn) {
    watching = own && mainIsOn;
  }
}
