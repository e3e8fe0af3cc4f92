package io.pickglass.repl.command;

import io.pickglass.repl.view.TaskState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a question for tasks, as they are typed, completed, and understood by a target. */
final class TaskWords {
  /** By which tasks can be sorted; a target may know more. */
  private static final List<String> COLUMNS =
      List.of(
          "total",
          "busy",
          "scheduled",
          "idle",
          "polls",
          "inState",
          "firstPollDelay",
          "lastPoll",
          "wakes",
          "selfWakes",
          "id",
          "name",
          "state",
          "kind",
          "monitor",
          "location",
          "target",
          "parent",
          "thrown");

  private static final List<String> KEYS =
      List.of(
          "location", "name", "monitor", "state", "kind", "target", "parent", "thrown", "field.");

  // As the table heads and shows them.
  private static final Map<String, String> MEANT =
      Map.of("sched", "scheduled", "place", "location", "busy", "running", "done", "ended");

  private static final Pattern ORDER = Pattern.compile("([^:]+)(?::(asc|desc))?");

  private TaskWords() {}

  /** A state, or the word of the table for it. */
  static String state(String typed) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    String state = MEANT.getOrDefault(word, word);
    if (!TaskState.words().contains(state)) {
      throw CommandFailure.usage(
          "`%s` is no state: %s`--state` takes %s"
              .formatted(
                  typed,
                  Nearest.question(typed, TaskState.words()),
                  String.join(", ", TaskState.words())));
    }
    return state;
  }

  /** A column, or the head of the table for it. */
  static String column(String typed) {
    // Here busy is a time.
    return typed.equalsIgnoreCase("busy") ? typed : MEANT.getOrDefault(typed, typed);
  }

  /** A column and a direction. */
  static String order(String typed) {
    Matcher order = ORDER.matcher(typed);
    if (!order.matches()) {
      throw CommandFailure.usage(
          "`--sort %s`: give a column and perhaps a direction, such as busy or busy:asc"
              .formatted(typed));
    }
    String column = TaskQueryText.quoted(column(order.group(1)));
    return order.group(2) == null ? column : column + " " + order.group(2);
  }

  /** Completes states. */
  static final class States implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TaskState.words().iterator();
    }
  }

  /** Completes what is sorted by. */
  static final class Columns implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> all = new ArrayList<>(COLUMNS);
      COLUMNS.forEach(column -> all.add(column + ":asc"));
      return all.iterator();
    }
  }

  /** Completes what is grouped by. */
  static final class Keys implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return KEYS.iterator();
    }
  }
}
