package io.pickglass.repl.recording;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line of a recording tells. A reader passes over lines of types that it does not know. */
public enum LineType {
  /** What the target says of itself, whenever it is another than before. */
  INFO,
  /** An interval. */
  INTERVAL,
  /** All metrics since the start. */
  CUMULATIVE,
  /** A list of tasks. */
  TASKS,
  /** What is the matter, and of what it warns. */
  WARNINGS,
  /** The workers of a runtime. */
  WORKERS,
  /** The slow polls of a monitor. */
  SLOW_POLLS,
  /** The target did not answer for a while. */
  LOST,
  /** The recorder ended, and why; missing where it was killed. */
  END;

  static final String TYPE = "type";
  static final String AT = "at";

  private static final Map<String, LineType> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(LineType::word, Function.identity()));

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is one for each monitor or runtime. */
  boolean isNamed() {
    return switch (this) {
      case INTERVAL, CUMULATIVE, WORKERS, SLOW_POLLS -> true;
      case INFO, TASKS, WARNINGS, LOST, END -> false;
    };
  }

  static LineType of(String word) {
    LineType type = BY_WORD.get(word);
    if (type == null) {
      throw new IllegalArgumentException("lines of type " + word);
    }
    return type;
  }

  static boolean isKnown(String word) {
    return BY_WORD.containsKey(word);
  }
}
