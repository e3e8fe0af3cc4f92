package io.pickglass.monitor;

import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.EndedTasks.Kept;
import org.jspecify.annotations.Nullable;

/** A task has ended on that lane, and its place is the only one there. */
abstract class EndedRace {
  private final TaskTotals totals = Ticks.totals();
  private final EndedTasks ended = totals.table().ended();
  private final TaskReading reading = new TaskReading();
  private final @Nullable Lane lane;
  private String seen = "nobody";

  EndedRace(@Nullable Lane lane, int places) {
    this.lane = lane;
    ended.limit(places);
    end(1);
  }

  /** A task ends, of which everything is that number. */
  final void end(long number) {
    Kept kept = ended.begin(lane);
    if (kept != null) {
      TaskReading task = kept.task();
      task.task(TaskKind.HANDLE, number, Place.UNKNOWN, number, number);
      task.times(number, number, number, number);
      task.counts(number, number, number);
      task.latest(number, number, number);
      task.endedIn(totals);
      task.ended(TaskPhase.RETURNED);
      kept.written();
    }
  }

  /** The number of the task that is kept. */
  final String look() {
    ended.forEach(reading, task -> seen = number(task));
    return seen;
  }

  private static String number(TaskReading task) {
    long number = task.number();
    boolean whole =
        task.parent() == number
            && task.waker() == number
            && task.pollNanos() == number
            && task.scheduledNanos() == number
            && task.idleNanos() == number
            && task.pollCount() == number
            && task.selfWakeCount() == number
            && task.latestPollStart() == number
            && task.latestWake() == number;
    return whole ? Long.toString(number) : "torn";
  }
}
