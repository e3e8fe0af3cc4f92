package io.pickglass.agent;

import io.pickglass.model.Place;
import io.pickglass.monitor.Switch;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.View;
import org.jspecify.annotations.Nullable;

/** The monitor of all tasks of one class, or of one name; none for those that are not watched. */
final class Group {
  static final Group NOT_WATCHED = new Group(null, Place.UNKNOWN);

  private final @Nullable TaskTotals totals;
  private final @Nullable View whole;
  private final @Nullable Switch onOff;

  private final Place place;

  private Group(@Nullable TaskTotals totals, Place place) {
    this.place = place;
    this.totals = totals;
    this.whole = totals == null ? null : View.whole(totals);
    this.onOff = totals == null ? null : totals.onOff();
  }

  static Group of(TaskTotals totals, Place place) {
    return new Group(totals, place);
  }

  /** Where the tasks of the class come from. */
  Place place() {
    return place;
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
