package io.pickglass.repl.top.page;

import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.input.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which tasks a view shows, and by what they are grouped. Used by the thread that draws. */
final class TaskChoice {
  private static final List<String> GROUPS = List.of("", "location", "name", "monitor", "state");

  private final String retain;
  private final String given;
  private final Typed filter = new Typed();
  private int group;
  private boolean onlyWarned;
  private List<Warning> warnings = List.of();

  /**
   * All of them.
   *
   * @param retain how long ended tasks stay, as a duration of the target's language; empty for ever
   * @param given the filter to which one comes back
   */
  TaskChoice(String retain, String given) {
    this.retain = retain;
    this.given = given;
    filter.set(given);
  }

  /** By what they are grouped; empty for not. */
  String by() {
    return GROUPS.get(group);
  }

  boolean isGrouped() {
    return group > 0;
  }

  boolean isOnlyWarned() {
    return onlyWarned;
  }

  boolean isTyping() {
    return filter.isOpen();
  }

  void warnings(List<Warning> active) {
    warnings = active;
  }

  List<Warning> warnings() {
    return warnings;
  }

  /** Of the tasks of which a warning tells, how many do. */
  Map<String, Long> warned() {
    return warnings.stream()
        .flatMap(warning -> warning.tasks().stream())
        .collect(Collectors.groupingBy(WarnedTask::id, Collectors.counting()));
  }

  /** In the target's language. */
  List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    if (!retain.isEmpty()) {
      conditions.add("state = live or inState < " + retain);
    }
    TaskFilter.condition(filter.text()).ifPresent(conditions::add);
    if (onlyWarned) {
      String ids =
          warned().keySet().stream()
              .sorted()
              .map(id -> "id = " + TaskQuestion.quoted(id))
              .collect(Collectors.joining(" or "));
      conditions.add(ids.isEmpty() ? "id = v0" : ids);
    }
    return conditions;
  }

  /** Whether the key belongs to a line that is typed. */
  boolean typed(Key key) {
    return filter.press(key);
  }

  void openFilter() {
    filter.open();
  }

  void toggleWarned() {
    onlyWarned = !onlyWarned;
  }

  void nextGroup() {
    group = (group + 1) % GROUPS.size();
  }

  /** Shows all again; false if that is so already. */
  boolean reset() {
    if (filter.text().equals(given) && group == 0 && !onlyWarned) {
      return false;
    }
    filter.set(given);
    group = 0;
    onlyWarned = false;
    return true;
  }

  /** The filter; no line if there is none. */
  List<Row> rows() {
    return filter.isOpen() || !filter.text().isEmpty()
        ? List.of(
            Row.of(
                Span.bold("/", Ink.STRONG),
                Span.plain(filter.text()),
                Span.of(filter.isOpen() ? "_" : "", Ink.STRONG)))
        : List.of();
  }
}
