package io.pickglass.model;

import java.util.List;

/**
 * For what one task waits.
 *
 * @param waiting the wait; its texts are empty if the task does not wait, or nobody can tell
 * @param problem why nothing is known, in a sentence; empty if something is
 * @param stack its frames, the innermost first
 * @param holderStack the frames of who has that for which it waits
 */
public record TaskWait(Wait waiting, String problem, List<String> stack, List<String> holderStack) {
  private static final Wait NO_WAIT =
      new Wait("", "", "", "", "", "", "", "", "", "", -1, -1, -1, -1, -1, -1, List.of());

  /** Nothing is known, for that reason. */
  public static TaskWait none(String problem) {
    return new TaskWait(NO_WAIT, problem, List.of(), List.of());
  }
}
