package io.pickglass.repl.top.frame;

/** What a piece of text is; the terminal chooses the colour. */
public enum Ink {
  /** Data. */
  PLAIN,
  /** A name of something, or a key. */
  STRONG,
  /** What is over, or matters less. */
  DIM,
  /** A remark. */
  NOTE,
  /** All is well. */
  GOOD,
  /** Something is the matter. */
  BAD,
  /** A time below a microsecond. */
  NANOS,
  /** A time of microseconds. */
  MICROS,
  /** A time of milliseconds. */
  MILLIS,
  /** A time of seconds. */
  SECONDS,
  /** A time of minutes and more. */
  MINUTES;

  private static final long MINUTE = 60_000_000_000L;

  /** That of a time. */
  public static Ink ofNanos(long nanos) {
    if (nanos < 1_000) {
      return NANOS;
    }
    if (nanos < 1_000_000) {
      return MICROS;
    }
    if (nanos < 1_000_000_000) {
      return MILLIS;
    }
    return nanos < MINUTE ? SECONDS : MINUTES;
  }
}
