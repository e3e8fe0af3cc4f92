package io.pickglass.repl.top.link;

import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.WarningsAnswer;
import org.jspecify.annotations.Nullable;

/** What the link tells. */
public sealed interface LinkEvent {
  /** It tries to connect. */
  record Connecting() implements LinkEvent {}

  /**
   * It has lost the target, or did not find it.
   *
   * @param why in a sentence
   * @param retryNanos when it tries again, on the clock of {@link System#nanoTime}
   */
  record Lost(String why, long retryNanos) implements LinkEvent {}

  /**
   * The target has answered.
   *
   * @param name how it is called
   * @param info what it says of itself
   * @param warnings what is the matter there; null if it cannot say that
   * @param span at which times it can be looked at
   * @param effect what to do with the answer
   */
  record Answered(
      String name, Info info, @Nullable WarningsAnswer warnings, Span span, Runnable effect)
      implements LinkEvent {}

  /**
   * At which times a target can be looked at, in milliseconds of its own clock.
   *
   * @param first the earliest; 0 if that is not known
   * @param last the latest: of a process now, of a recording its end
   * @param at to which the answer belongs
   * @param recorded whether it is a recording
   */
  record Span(long first, long last, long at, boolean recorded) {}
}
