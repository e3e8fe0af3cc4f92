package io.pickglass.repl.top;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.LinkEvent;

/** How the connection is; always true, as the time until the next attempt is counted down. */
sealed interface Connection {
  /** The first attempt, or a further one. */
  record Connecting() implements Connection {}

  /** The target has answered. */
  record Connected() implements Connection {}

  /** It is a file, and open. */
  record Recorded() implements Connection {}

  /** It is tried again at that time. */
  record Waiting(String why, long retryNanos) implements Connection {}

  /** As the title says it. */
  static Span title(Connection connection, long nowNanos) {
    return switch (connection) {
      case Connecting() -> Span.bold("CONNECTING", Ink.NOTE);
      case Connected() -> Span.bold("CONNECTED", Ink.GOOD);
      case Recorded() -> Span.bold("RECORDING", Ink.GOOD);
      case Waiting(String _, long retryNanos) ->
          Span.bold("RECONNECTING IN " + seconds(retryNanos - nowNanos), Ink.BAD);
    };
  }

  /** Rounded up: at 0 it is tried. */
  private static String seconds(long nanos) {
    return Math.max(0, (nanos + 999_999_999) / 1_000_000_000) + " s";
  }

  /** That after an event. */
  static Connection after(LinkEvent event) {
    return switch (event) {
      case LinkEvent.Connecting() -> new Connecting();
      case LinkEvent.Lost(String why, long retryNanos) -> new Waiting(why, retryNanos);
      case LinkEvent.Answered answer -> answer.span().recorded() ? new Recorded() : new Connected();
    };
  }
}
