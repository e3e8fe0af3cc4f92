package io.pickglass.repl.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of a task, as the console shows it: a sign and a word. */
public enum TaskState {
  /** In a poll. */
  RUNNING(0, "BUSY"),
  /** Ready. */
  SCHEDULED(1, "SCHED"),
  /** It waits. */
  IDLE(2, "IDLE"),
  /** It has returned. */
  RETURNED(3, "DONE"),
  /** It was cancelled, or never ran. */
  CANCELLED(3, "CANCELLED"),
  /** It has thrown. */
  FAILED(4, "FAILED");

  private final int sign;
  private final String word;

  TaskState(int sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /** The state as a cell; one that this console does not know is its own word. */
  public static String cell(String state, Symbols symbols) {
    return of(state).map(known -> known.text(known.word, symbols)).orElse(state);
  }

  /** The sign before a word. */
  public String text(String after, Symbols symbols) {
    return symbols.states().get(sign) + " " + after;
  }

  private static Optional<TaskState> of(String state) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(state)).findFirst();
  }

  /** The names that a target gives to states, or to several of them. */
  public static List<String> words() {
    return List.of(
        "running", "scheduled", "idle", "returned", "failed", "cancelled", "live", "ended");
  }
}
