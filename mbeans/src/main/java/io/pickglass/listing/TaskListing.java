package io.pickglass.listing;

import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskList;
import io.pickglass.monitor.LiveTasks.Member;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.query.Query;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions for tasks: those that live, and those that ended last.
 *
 * <p>An answer holds for the instant at which it was begun: what had ended by then is shown as
 * ended, what lived is shown once, as it was when it was looked at; what has ended between the two
 * is left out, and no task is shown twice.
 *
 * <p>Threads: any; the tasks go on meanwhile. Linear in the number of tasks.
 */
public final class TaskListing {
  private final Registry registry;
  private final InstantSource wallClock;

  /** All tasks of the monitors of that registry. */
  public TaskListing(Registry registry, InstantSource wallClock) {
    this.registry = registry;
    this.wallClock = wallClock;
  }

  /** Shows all tasks that live at that instant and that had ended by then, each in one reading. */
  public void forEach(long now, Consumer<TaskReading> reader) {
    TaskReading ended = new TaskReading();
    long oldest = now - registry.tasks().ended().retainNanos();
    // These first: what is kept here has ended in every other reading that comes later, and so no
    // task is shown twice. By their stamps it could be: who ends a task may lose his processor
    // between his look at the clock and his step.
    registry
        .tasks()
        .ended()
        .forEach(
            ended,
            task -> {
              if (task.since() - now <= 0 && task.since() - oldest >= 0) {
                reader.accept(task);
              }
            });
    forEachLive(now, reader);
    Untimed.forEach(registry.tasks(), now, reader);
  }

  /** Shows all tasks that live, each in the same reading. */
  public void forEachLive(long now, Consumer<TaskReading> reader) {
    TaskReading live = new TaskReading();
    Consumer<Member> member =
        each -> {
          if (each.readNow(live, now)) {
            reader.accept(live);
          }
        };
    for (Registry.Entry monitor : registry.all()) {
      monitor.totals().live().forEach(member);
    }
  }

  /** What a query can ask for, a line each. */
  public static String[] columns() {
    return TaskQuery.COLUMNS.described();
  }

  /**
   * Answers a query, see {@link Query}.
   *
   * @throws IllegalArgumentException if it cannot be understood; says where, and what is possible
   */
  public TaskList list(String text) {
    Query<TaskReading, TaskColumn> query = TaskQuery.of(text);
    long now = registry.clock().nanos();
    long millis = wallClock.millis();
    Rows rows = new Rows(now, millis);
    Scan scan = query.group() == null ? new Window(query, now) : new Groups(query, query.group());
    long[] seen = new long[2];
    forEach(
        now,
        task -> {
          seen[task.phase().isEnded() ? 1 : 0]++;
          if (query.where().holds(task, now)) {
            scan.add(task);
          }
        });
    return new TaskList(
        query.text(),
        millis,
        seen[0],
        seen[1],
        registry.tasks().unlistedCount(),
        scan.count(),
        scan.running(),
        scan.scheduled(),
        scan.idle(),
        query.offset(),
        scan.rows(rows),
        scan.groups());
  }

  /**
   * One task, from now on with its polls and waits one by one.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  public TaskDetail detail(String id) {
    return new Detail(this, registry, wallClock.millis()).of(TaskId.of(id));
  }

  /**
   * What is read of one task.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  public TaskReading find(String id) {
    return new Detail(this, registry, wallClock.millis()).find(TaskId.of(id));
  }

  /**
   * What is read of one task that lives; null if none does that has that id.
   *
   * @throws IllegalArgumentException if it is no id
   */
  public @Nullable TaskReading findLive(String id) {
    TaskId wanted = TaskId.of(id);
    TaskReading[] found = new TaskReading[1];
    forEachLive(
        registry.clock().nanos(),
        task -> {
          if (wanted.isOf(task)) {
            found[0] = task.copied();
          }
        });
    return found[0];
  }

  /** Which monitors count these virtual threads, by their ids, as far as they are still known. */
  public Map<String, String> monitorsOf(Set<String> ids) {
    Set<Long> numbers = new HashSet<>();
    ids.stream().map(TaskId::of).forEach(id -> numbers.add(id.number()));
    Map<String, String> monitors = new HashMap<>();
    forEach(
        registry.clock().nanos(),
        task -> {
          if (task.kind() == TaskKind.VIRTUAL && numbers.contains(task.number())) {
            monitors.put(task.id(), task.monitor());
          }
        });
    return monitors;
  }
}
