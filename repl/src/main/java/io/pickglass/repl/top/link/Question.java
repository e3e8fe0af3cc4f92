package io.pickglass.repl.top.link;

import io.pickglass.repl.target.Target;

/** What a view wants to know. */
@FunctionalInterface
public interface Question {
  /**
   * Asks the target; may take as long as it likes.
   *
   * @param clock learns from the answer, and says at which time it was given
   * @return what to do with the answer, in the thread that draws
   */
  Runnable ask(Target target, TargetClock clock);
}
