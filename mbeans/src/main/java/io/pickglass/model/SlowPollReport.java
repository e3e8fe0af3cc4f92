package io.pickglass.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the slow polls of one monitor.
 *
 * @param monitor its name
 * @param pollCount how many polls were looked into since the monitor was made
 * @param last the one that was looked at last; null if there was none
 * @param slowest the one that had run longest when it was looked at; null if there was none
 * @param stacks where they were found, the most total time first
 * @param forgottenStackCount how many such places were given up, because there is room for so many
 *     only
 */
public record SlowPollReport(
    String monitor,
    long pollCount,
    @Nullable SlowPoll last,
    @Nullable SlowPoll slowest,
    List<StackCount> stacks,
    long forgottenStackCount) {

  /** The same with at most so many stacks. */
  public SlowPollReport withStacks(int max) {
    return new SlowPollReport(
        monitor,
        pollCount,
        last,
        slowest,
        stacks.subList(0, Math.clamp(max, 0, stacks.size())),
        forgottenStackCount);
  }

  /** Of a monitor without any. */
  public static SlowPollReport none(String monitor) {
    return new SlowPollReport(monitor, 0, null, null, List.of(), 0);
  }
}
