package io.pickglass.model;

import java.util.List;

/**
 * What a task runs now.
 *
 * @param id which task, as in {@link TaskRow#id}
 * @param threadName on what it runs: the carrier, or the thread of a pool; empty if on nothing
 * @param frames its stack, the innermost frame first; empty if there is none to be had
 * @param noStackReason why there are no frames; empty if there are
 */
public record TaskStack(String id, String threadName, List<String> frames, String noStackReason) {
  /** Without a stack, for that reason. */
  public static TaskStack none(String id, String reason) {
    return new TaskStack(id, "", List.of(), reason);
  }
}
