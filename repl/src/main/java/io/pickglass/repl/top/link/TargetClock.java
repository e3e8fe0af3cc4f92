package io.pickglass.repl.top.link;

import java.util.function.LongSupplier;

/**
 * What time it is in the target. Its clock may go wrong by hours against that of this console, and
 * what it tells carries its own times.
 *
 * <p>Used by the link's thread.
 */
public final class TargetClock {
  private final LongSupplier console;
  private long ahead;
  private boolean isTold;
  private long moment = -1;

  /** For a target that has not yet told a time. */
  TargetClock() {
    this(System::currentTimeMillis);
  }

  /** For one whose clock differs from that of a console. */
  public TargetClock(LongSupplier console) {
    this.console = console;
  }

  /**
   * The target has just said that it is so late there.
   *
   * @return under which time its answer is kept: of a recording the moment at which it is looked
   *     at, unless the answer is of a later one
   */
  public long told(long millis) {
    ahead = millis - console.getAsLong();
    isTold = true;
    return Math.max(moment, millis);
  }

  /** The target has told of something that ended at that time. */
  public void hasPassed(long millis) {
    if (!isTold || millis > console.getAsLong() + ahead) {
      ahead = millis - console.getAsLong();
      isTold = true;
    }
  }

  /** It is a recording, looked at as it was then. */
  public void stopAt(long millis) {
    moment = millis;
  }

  /** So late it is there. */
  public long millis() {
    return moment < 0 ? console.getAsLong() + ahead : moment;
  }
}
