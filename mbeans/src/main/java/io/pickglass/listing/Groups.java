package io.pickglass.listing;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import io.pickglass.query.Query;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sums of tasks that have the same value in a column.
 *
 * <p>Bounds: {@value #MOST} groups; the tasks of any further one are summed up as {@value #OTHERS}.
 */
final class Groups extends Scan {
  static final int MOST = 10_000;
  static final String OTHERS = "(others)";

  private final Query<TaskReading, TaskColumn> query;
  private final Query.Key<TaskReading, TaskColumn> key;
  private final Map<String, Sum> sums = new HashMap<>();

  private static final class Sum {
    private final long[] byPhase = new long[TaskPhase.values().length];
    private long total;
    private long busy;
    private long scheduled;
    private long idle;
    private long polls;

    void add(TaskReading task) {
      byPhase[task.phase().ordinal()]++;
      total = plus(total, task.totalNanos());
      busy = plus(busy, task.pollNanos());
      scheduled = plus(scheduled, task.scheduledNanos());
      idle = plus(idle, task.idleNanos());
      polls = plus(polls, task.pollCount());
    }

    /** With one that is not known, the sum is not known. */
    private static long plus(long sum, long more) {
      return sum == TaskReading.UNKNOWN || more == TaskReading.UNKNOWN
          ? TaskReading.UNKNOWN
          : sum + more;
    }

    private long in(TaskPhase phase) {
      return byPhase[phase.ordinal()];
    }

    TaskGroup group(String value) {
      long live = in(TaskPhase.RUNNING) + in(TaskPhase.SCHEDULED) + in(TaskPhase.IDLE);
      long ended = in(TaskPhase.RETURNED) + in(TaskPhase.FAILED) + in(TaskPhase.CANCELLED);
      return new TaskGroup(
          value,
          live + ended,
          in(TaskPhase.RUNNING),
          in(TaskPhase.SCHEDULED),
          in(TaskPhase.IDLE),
          ended,
          total,
          busy,
          scheduled,
          idle,
          polls);
    }
  }

  Groups(Query<TaskReading, TaskColumn> query, Query.Key<TaskReading, TaskColumn> key) {
    this.query = query;
    this.key = key;
  }

  @Override
  void keep(TaskReading task) {
    String value = value(task);
    Sum sum = sums.get(value);
    if (sum == null) {
      sum = sums.computeIfAbsent(sums.size() < MOST ? value : OTHERS, _ -> new Sum());
    }
    sum.add(task);
  }

  private String value(TaskReading task) {
    if (key.column() != null) {
      return key.column().isNumber() && key.column() != TaskColumn.ID
          ? Long.toString(key.column().number(task, task.at()))
          : key.column().text(task);
    }
    @Nullable String field = task.notes() == null ? null : task.notes().field(key.field());
    return field == null ? "" : field;
  }

  @Override
  List<TaskGroup> groups() {
    return sums.entrySet().stream()
        .map(entry -> entry.getValue().group(entry.getKey()))
        .sorted(order())
        .skip(query.offset())
        .limit(query.limit())
        .toList();
  }

  private Comparator<TaskGroup> order() {
    Comparator<TaskGroup> bySum =
        switch (query.sort()) {
          case BUSY -> Comparator.comparingLong(TaskGroup::busyNanos);
          case SCHEDULED -> Comparator.comparingLong(TaskGroup::scheduledNanos);
          case IDLE -> Comparator.comparingLong(TaskGroup::idleNanos);
          case POLLS -> Comparator.comparingLong(TaskGroup::pollCount);
          case TOTAL -> Comparator.comparingLong(TaskGroup::totalNanos);
          default -> Comparator.comparingLong(TaskGroup::taskCount);
        };
    return (query.descending() ? bySum.reversed() : bySum).thenComparing(TaskGroup::value);
  }
}
