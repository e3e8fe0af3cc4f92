package io.pickglass.model;

import java.util.Locale;

/**
 * What a poll that runs for long was doing, as far as its processor time, the state of its thread
 * and its innermost frame tell.
 */
public enum Verdict {
  /** Processor time went by nearly as fast as time. */
  COMPUTING("it computes: it had a processor nearly all the time"),

  /** Hardly any processor time, and its thread is parked, asleep or blocked. */
  WAITING("it waits, and keeps its thread: parked, asleep or blocked"),

  /** Hardly any processor time, and its innermost frame is native. */
  NATIVE("it waits in native code, and keeps its thread: a file, a socket, a library"),

  /** Hardly any processor time, in the middle of Java code. */
  STALLED(
      "it is in Java code and gets no processor: others have them, the JVM has stopped it, or a"
          + " page of memory is read"),

  /** Neither much nor little processor time. */
  MIXED("it computes and waits by turns, or shares its processor"),

  /** Its processor time is not known. */
  UNKNOWN("the JVM does not tell its processor time");

  private final String sentence;

  Verdict(String sentence) {
    this.sentence = sentence;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }

  /** As it stands in records: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict of that {@linkplain #text text}; {@link #UNKNOWN} if there is none. */
  public static Verdict ofText(String text) {
    for (Verdict verdict : values()) {
      if (verdict.text().equals(text)) {
        return verdict;
      }
    }
    return UNKNOWN;
  }
}
