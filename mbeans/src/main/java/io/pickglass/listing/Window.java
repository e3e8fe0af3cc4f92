package io.pickglass.listing;

import io.pickglass.model.TaskRow;
import io.pickglass.monitor.TaskReading;
import io.pickglass.query.Query;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first tasks in the order that was asked for; of the others only how many there are. */
final class Window extends Scan {
  private final Query<TaskReading, TaskColumn> query;
  private final long now;
  private final Comparator<Candidate> order;
  private final PriorityQueue<Candidate> first;

  /**
   * A task that may be in the window.
   *
   * @param number what it is sorted by, or 0
   * @param text what it is sorted by, or empty
   * @param task a copy of what was read
   */
  private record Candidate(long number, String text, TaskReading task) {}

  Window(Query<TaskReading, TaskColumn> query, long now) {
    this.query = query;
    this.now = now;
    Comparator<Candidate> bySort =
        query.sort().isNumber()
            ? Comparator.comparingLong(Candidate::number)
            : Comparator.comparing(Candidate::text, String.CASE_INSENSITIVE_ORDER);
    // Ties are settled by what never changes, so that rows do not jump.
    this.order =
        (query.descending() ? bySort.reversed() : bySort)
            .thenComparingLong(candidate -> candidate.task.born())
            .thenComparing(candidate -> candidate.task.kind())
            .thenComparingLong(candidate -> candidate.task.number());
    this.first = new PriorityQueue<>(order.reversed());
  }

  @Override
  void keep(TaskReading task) {
    if (query.end() == 0) {
      return;
    }
    boolean number = query.sort().isNumber();
    long key = number ? query.sort().number(task, now) : 0;
    String text = number ? "" : query.sort().text(task);
    if (first.size() < query.end()) {
      first.add(new Candidate(key, text, task.copied()));
    } else if (!isBehind(key, text, task, first.element())
        && order.compare(new Candidate(key, text, task), first.element()) < 0) {
      first.remove();
      first.add(new Candidate(key, text, task.copied()));
    }
  }

  /** Whether it comes after the last one, as far as that is told without making anything. */
  @SuppressWarnings("ReferenceEquality") // the same object is the same text; another may be
  private boolean isBehind(long key, String text, TaskReading task, Candidate last) {
    if (key != last.number) {
      return query.descending() ? key < last.number : key > last.number;
    }
    return text == last.text && task.born() > last.task.born();
  }

  @Override
  List<TaskRow> rows(Rows rows) {
    return first.stream()
        .sorted(order)
        .skip(query.offset())
        .map(candidate -> rows.of(candidate.task))
        .toList();
  }
}
