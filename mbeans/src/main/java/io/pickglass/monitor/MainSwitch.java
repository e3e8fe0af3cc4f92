package io.pickglass.monitor;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The switch of all monitors together. Turning it leaves the {@link Switch} of each as it is: when
 * it is turned on again, those that were off by themselves stay off.
 *
 * <p>Threads: any, under its lock.
 */
public final class MainSwitch {
  // Of all monitors that somebody holds, be they registered or removed.
  private final Set<Switch> switches = Collections.newSetFromMap(new WeakHashMap<>());
  private boolean on = true;

  /** A switch for one more monitor, turned on. */
  public synchronized Switch add() {
    Switch added = new Switch(this, on);
    switches.add(added);
    return added;
  }

  /** Whether it is on. */
  public synchronized boolean isOn() {
    return on;
  }

  /** Turns it on or off, for tasks that begin from now on. */
  public synchronized void turn(boolean on) {
    this.on = on;
    switches.forEach(each -> each.follow(on));
  }
}
