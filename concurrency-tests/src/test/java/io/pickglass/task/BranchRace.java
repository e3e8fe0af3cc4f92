package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.C;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;

/** What most races of a pipeline begin with: the first branch is polled on carrier A. */
abstract class BranchRace {
  final TaskTotals totals = Ticks.totals();
  final BranchingTask task = new BranchingTask(View.whole(totals), Place.UNKNOWN);
  final long firstPoll;

  BranchRace() {
    task.instrumented(A);
    task.wake(A);
    firstPoll = task.pollStarted(A);
  }

  /** One more branch, in which the pipeline ends: all its times are booked then. */
  final void pollAndEnd() {
    task.wake(C);
    task.pollStarted(C);
    task.end(C, Outcome.RETURNED);
  }
}
