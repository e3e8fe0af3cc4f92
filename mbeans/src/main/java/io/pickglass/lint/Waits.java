package io.pickglass.lint;

import io.pickglass.resource.Resources;
import io.pickglass.resource.Stuck;

/**
 * What does not go on, asked for by several rules and looked for once a second.
 *
 * <p>Threads: one.
 */
final class Waits {
  /** How often it is looked for. */
  static final long EVERY_MILLIS = 1_000;

  private final Resources resources;
  private final Rule deadlock;
  private final Rule convoy;
  private Stuck latest = Stuck.NOTHING;
  private long at = Long.MIN_VALUE;

  Waits(Resources resources, Rule deadlock, Rule convoy) {
    this.resources = resources;
    this.deadlock = deadlock;
    this.convoy = convoy;
  }

  /** As it is, or was less than a second ago. */
  Stuck stuck(long millis) {
    if (at == Long.MIN_VALUE || millis - at >= EVERY_MILLIS || millis < at) {
      latest = resources.stuck(deadlock.threshold(), convoy.threshold());
      at = millis;
    }
    return latest;
  }
}
