package io.pickglass.repl.target;

import io.pickglass.model.TaskRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a recorded task can be asked for, sorted and grouped by: the columns of a target. */
enum RowColumn {
  ID(TaskRow::id),
  KIND(TaskRow::kind),
  STATE(TaskRow::state),
  NAME(TaskRow::name),
  MONITOR(TaskRow::monitor),
  LOCATION(TaskRow::location),
  TARGET(TaskRow::target),
  PARENT(TaskRow::parent),
  THROWN(TaskRow::thrown),
  TOTAL(true, TaskRow::totalNanos),
  BUSY(true, TaskRow::busyNanos),
  SCHEDULED(true, TaskRow::scheduledNanos),
  IDLE(true, TaskRow::idleNanos),
  FIRST_POLL_DELAY(true, TaskRow::firstPollDelayNanos),
  IN_STATE(true, TaskRow::stateNanos),
  LAST_POLL(true, TaskRow::lastPollNanos),
  POLLS(false, TaskRow::pollCount),
  WAKES(false, TaskRow::wakeCount),
  SELF_WAKES(false, TaskRow::selfWakeCount);

  private static final String FIELD = "field.";
  private static final Set<String> ENDED = Set.of("returned", "failed", "cancelled");

  private final boolean time;
  private final @Nullable ToLongFunction<TaskRow> number;
  private final Function<TaskRow, String> text;

  RowColumn(Function<TaskRow, String> text) {
    this.time = false;
    this.number = null;
    this.text = text;
  }

  RowColumn(boolean time, ToLongFunction<TaskRow> number) {
    this.time = time;
    this.number = number;
    this.text = row -> Long.toString(number.applyAsLong(row));
  }

  /** Its name in a query: {@code firstPollDelay}. */
  String word() {
    String[] parts = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder word = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return word.toString();
  }

  static String words() {
    return Arrays.stream(values()).map(RowColumn::word).collect(Collectors.joining(", "));
  }

  static Optional<RowColumn> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equalsIgnoreCase(word)).findFirst();
  }

  static boolean isField(String word) {
    return word.toLowerCase(Locale.ROOT).startsWith(FIELD);
  }

  /** What the program has noted under that key; empty if nothing. */
  static Function<TaskRow, String> field(String word) {
    String start = word.substring(FIELD.length()) + "=";
    return row ->
        row.fields().stream()
            .filter(field -> field.startsWith(start))
            .map(field -> field.substring(start.length()))
            .findFirst()
            .orElse("");
  }

  static boolean isEnded(TaskRow row) {
    return ENDED.contains(row.state());
  }

  boolean isTime() {
    return time;
  }

  boolean isText() {
    return number == null;
  }

  /** Whether the largest come first unless asked otherwise: numbers, and ids by their number. */
  boolean isNumber() {
    return number != null || this == ID;
  }

  long number(TaskRow row) {
    return number == null ? 0 : number.applyAsLong(row);
  }

  String text(TaskRow row) {
    return text.apply(row);
  }

  /** As a target sorts them: by the number alone. */
  private static long numberOfId(TaskRow row) {
    String digits = row.id().replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
  }

  Comparator<TaskRow> order() {
    if (this == ID) {
      return Comparator.comparingLong(RowColumn::numberOfId);
    }
    return isText()
        ? Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER)
        : Comparator.comparingLong(this::number);
  }
}
