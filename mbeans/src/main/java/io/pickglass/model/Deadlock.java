package io.pickglass.model;

import java.util.List;

/**
 * Tasks of which each waits for what the next one has.
 *
 * @param endsByItself whether one of them waits for a limited time only
 * @param members the tasks, each waiting for the next, the last for the first
 */
public record Deadlock(boolean endsByItself, List<Member> members) {
  /**
   * One of them.
   *
   * @param waiting for what it waits, and who has that
   * @param stack its frames, the innermost first
   */
  public record Member(Wait waiting, List<String> stack) {}
}
