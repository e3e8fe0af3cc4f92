package io.pickglass.lint;

import java.util.List;

/** Who looks into polls while they run. */
@FunctionalInterface
public interface Stacks {
  /** Nobody does. */
  Stacks NONE = (_, _, _) -> List.of();

  /**
   * What is known of a poll that runs, a line each.
   *
   * @param monitor whose task is polled
   * @param taskId its id
   * @param nanos for how long the poll has run
   */
  List<String> of(String monitor, String taskId, long nanos);
}
