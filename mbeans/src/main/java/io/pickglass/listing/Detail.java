package io.pickglass.listing;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskRow;
import io.pickglass.monitor.Notes;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskSpreads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one task. */
final class Detail {
  private final TaskListing listing;
  private final Registry registry;
  private final long now;
  private final Rows rows;
  private final long millis;

  Detail(TaskListing listing, Registry registry, long millis) {
    this.listing = listing;
    this.registry = registry;
    this.now = registry.clock().nanos();
    this.millis = millis;
    this.rows = new Rows(now, millis);
  }

  TaskReading find(TaskId id) {
    return find(new Found(id, false));
  }

  private TaskReading find(Found found) {
    listing.forEach(now, found::look);
    TaskReading task = found.task;
    if (task == null) {
      throw new IllegalArgumentException(
          "there is no task "
              + found.id
              + ": it has ended more than "
              + registry.tasks().ended().retainNanos() / 1_000_000_000
              + " s or "
              + registry.tasks().ended().limit()
              + " tasks ago, or was never watched");
    }
    return task;
  }

  TaskDetail of(TaskId id) {
    Found found = new Found(id, true);
    TaskReading task = find(found);
    Notes notes = task.notes();
    TaskSpreads spreads = notes == null ? null : notes.spreads();
    return new TaskDetail(
        rows.of(task),
        spreads == null ? 0 : millis - (now - spreads.since()) / 1_000_000,
        spreads == null ? Spread.NONE : Spread.of(spreads.polls(), spreads.longestPoll()),
        spreads == null ? Spread.NONE : Spread.of(spreads.waits(), spreads.longestWait()),
        found.sections,
        found.children,
        found.childCount);
  }

  /** The task, and what belongs to it. */
  private final class Found {
    private final TaskId id;
    private final boolean closely;
    private final List<TaskRow> sections = new ArrayList<>();
    private final List<TaskRow> children = new ArrayList<>();
    private @Nullable TaskReading task;
    private long childCount;

    Found(TaskId id, boolean closely) {
      this.id = id;
      this.closely = closely;
    }

    void look(TaskReading each) {
      if (id.isOf(each)) {
        if (closely) {
          each.beginSpreads(now);
        }
        task = each.copied();
      } else if (closely && !each.phase().isEnded() && each.isOf(id.kind(), id.number())) {
        add(each);
      }
    }

    private void add(TaskReading each) {
      if (each.kind() == TaskKind.SECTION) {
        sections.add(rows.of(each));
      } else if (++childCount <= TaskDetail.MOST_CHILDREN) {
        children.add(rows.of(each));
      }
    }
  }
}
