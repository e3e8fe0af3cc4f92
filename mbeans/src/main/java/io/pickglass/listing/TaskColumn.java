package io.pickglass.listing;

import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import io.pickglass.query.Column;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a task can be asked for, sorted and grouped by. */
public enum TaskColumn implements Column<TaskReading> {
  /** Its number among those of its kind. */
  ID(Type.TEXT, "v123, x17, a4, h2 or s9", task -> task.number(), TaskReading::id),
  /** What it is. */
  KIND(
      Type.TEXT,
      "virtual, executor, async, handle, section or untimed",
      null,
      task -> task.kind().word()),
  /** What it does. */
  STATE(
      Type.TEXT,
      "running, scheduled, idle, returned, failed or cancelled; live and ended stand for several",
      null,
      task -> task.phase().word()),
  /** How it is called. */
  NAME(Type.TEXT, "what the task, its thread or its place is called", null, TaskColumn::name),
  /** Who counts it. */
  MONITOR(Type.TEXT, "the monitor that counts it", null, TaskReading::monitor),
  /** Where it was started. */
  LOCATION(Type.TEXT, "where it was started", null, task -> task.place().location()),
  /** What it runs. */
  TARGET(Type.TEXT, "the class whose code it runs", null, task -> task.place().className()),
  /** Who has made it. */
  PARENT(Type.TEXT, "the task that has made it", null, TaskReading::parentId),
  /** What it has thrown. */
  THROWN(Type.TEXT, "the class of what it has thrown", null, TaskColumn::thrown),
  /** Its life. */
  TOTAL(Type.TIME, "from its beginning to now, or to its end", TaskReading::totalNanos, null),
  /** Its polls. */
  BUSY(Type.TIME, "its time in polls", TaskReading::pollNanos, null),
  /** Its waits for a carrier. */
  SCHEDULED(Type.TIME, "the time it was ready and not polled", TaskReading::scheduledNanos, null),
  /** Its waits for anything else. */
  IDLE(Type.TIME, "the time it waited for something", TaskReading::idleNanos, null),
  /** Its first wait. */
  FIRST_POLL_DELAY(
      Type.TIME, "its wait for the first poll", TaskReading::firstPollDelayNanos, null),
  /** How long it does what it does. */
  IN_STATE(Type.TIME, "for how long it has been in its state", null, null),
  /** Its latest poll. */
  LAST_POLL(Type.TIME, "how long its latest poll took", TaskReading::latestPollNanos, null),
  /** Its polls. */
  POLLS(Type.COUNT, "its polls", TaskReading::pollCount, null),
  /** Its wakes. */
  WAKES(Type.COUNT, "how often it became ready", TaskReading::wakeCount, null),
  /** Its yields. */
  SELF_WAKES(Type.COUNT, "how often that was because it yielded", TaskReading::selfWakeCount, null);

  /** A number of a task. */
  interface Number {
    long of(TaskReading task);
  }

  /** A text of a task. */
  interface Text {
    String of(TaskReading task);
  }

  private static final List<String> STATES =
      List.of("running", "scheduled", "idle", "returned", "failed", "cancelled", "live", "ended");

  private final Type type;
  private final String help;
  private final @Nullable Number number;
  private final @Nullable Text text;

  TaskColumn(Type type, String help, @Nullable Number number, @Nullable Text text) {
    this.type = type;
    this.help = help;
    this.number = number;
    this.text = text;
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public boolean isNumber() {
    return number != null || this == IN_STATE;
  }

  @Override
  public long number(TaskReading task, long now) {
    if (this == IN_STATE) {
      return task.stateNanos(now);
    }
    return number == null ? 0 : number.of(task);
  }

  @Override
  public String text(TaskReading task) {
    return text == null ? "" : text.of(task);
  }

  @Override
  public @Nullable List<String> words() {
    return this == STATE ? STATES : null;
  }

  @Override
  public boolean is(TaskReading task, String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "live" -> !task.phase().isEnded();
      case "ended" -> task.phase().isEnded();
      default -> task.phase() == TaskPhase.valueOf(word.toUpperCase(Locale.ROOT));
    };
  }

  /** A task without a name of its own has that of its place; a section that of its task. */
  public static String name(TaskReading task) {
    String own = task.name();
    if (!own.isEmpty()) {
      return own;
    }
    return task.kind() == TaskKind.SECTION ? task.monitor() : task.place().label();
  }

  static String thrown(TaskReading task) {
    return task.notes() == null ? "" : task.notes().failure();
  }
}
