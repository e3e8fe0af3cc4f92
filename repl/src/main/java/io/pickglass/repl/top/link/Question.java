package io.pickglass.repl.top.link;

import io.pickglass.repl.target.Target;

/** What a view wants to know. */
@FunctionalInterface
public interface Question {
  /**
   * Asks the target; may take as long as it likes.
   *
   * @return what to do with the answer, in the thread that draws
   */
  Runnable ask(Target target);
}
