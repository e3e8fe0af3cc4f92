package io.pickglass.resource;

import io.pickglass.model.Deadlock;
import io.pickglass.model.Resource;
import io.pickglass.model.Wait;
import java.util.List;

/**
 * What does not go on, or hardly.
 *
 * @param deadlocks those who wait for each other in a circle
 * @param crowds what very many wait for, or what its owner will never give back
 */
public record Stuck(List<Deadlock> deadlocks, List<Crowd> crowds) {
  /** Nothing. */
  public static final Stuck NOTHING = new Stuck(List.of(), List.of());

  /** How many of those who wait are named. */
  static final int EXAMPLES = 10;

  /**
   * Many who wait for the same.
   *
   * @param resource for what
   * @param longest those who have waited longest
   * @param orphaned whether its owner has ended
   * @param holderStack what its owner does, the innermost frame first
   */
  public record Crowd(
      Resource resource, List<Wait> longest, boolean orphaned, List<String> holderStack) {}
}
