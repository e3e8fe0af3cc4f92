package io.pickglass.agent;

import io.pickglass.monitor.Switch;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.View;
import org.jspecify.annotations.Nullable;

/** The monitor of all tasks of one class, or of one name; none for those that are not watched. */
final class Group {
  static final Group NOT_WATCHED = new Group(null);

  private final @Nullable TaskTotals totals;
  private final @Nullable View whole;
  private final @Nullable Switch onOff;

  private Group(@Nullable TaskTotals totals) {
    this.totals = totals;
    this.whole = totals == null ? null : View.whole(totals);
    this.onOff = totals == null ? null : totals.onOff();
  }

  static Group of(TaskTotals totals) {
    return new Group(totals);
  }

  /** For which a task that begins now is watched; null if it is not. */
  @Nullable View view() {
    return onOff != null && onOff.isWatching() ? whole : null;
  }

  /** Whether the monitor was removed: its name then gets a new one. */
  boolean isOver() {
    return totals != null && totals.isRemoved();
  }
}
