package io.pickglass.listing;

import io.pickglass.model.TaskKind;
import io.pickglass.monitor.TaskReading;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which task: its kind, and its number among those. */
record TaskId(TaskKind kind, long number) {
  private static final Pattern FORM = Pattern.compile("([a-z])(\\d{1,18})");

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TaskId of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(2));
      for (TaskKind kind : TaskKind.values()) {
        if (kind.id(number).equals(matcher.group())) {
          return new TaskId(kind, number);
        }
      }
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is no id of a task: expected one such as "
            + String.join(", ", Arrays.stream(TaskKind.values()).map(kind -> kind.id(7)).toList()));
  }

  boolean isOf(TaskReading task) {
    return task.kind() == kind && task.number() == number;
  }

  @Override
  public String toString() {
    return kind.id(number);
  }
}
