package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.C;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;

/** What most races of a task begin with: its first poll runs on carrier A. */
abstract class TaskRace {
  final TaskTotals totals = Ticks.totals();
  final RacingTask task = new RacingTask(View.whole(totals));
  final long firstPoll;

  TaskRace() {
    task.instrumented(A);
    firstPoll = task.pollStarted(A, false);
  }

  /** One more poll, in which the task ends: all its times are booked then. */
  final void pollAndEnd() {
    task.pollStarted(C, false);
    task.end(C, Outcome.RETURNED);
  }

  /** A task that believes what it is told. */
  static final class RacingTask extends TaskState {
    RacingTask(View view) {
      super(view);
    }

    @Override
    protected boolean isReady(boolean woken) {
      return woken;
    }

    @Override
    protected boolean isSurplus(boolean open, boolean sawNoPoll) {
      return false;
    }
  }
}
