package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.C;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;

/** What most races of a task begin with: its first poll runs on carrier A. */
abstract class TaskRace {
  final TaskTotals totals = Ticks.totals();
  final RacingTask task = new RacingTask(View.whole(totals));
  final long firstPoll;
  private TaskReport report = TaskReport.NONE;

  TaskRace() {
    task.instrumented(A);
    firstPoll = task.pollStarted(A, false);
  }

  /** One more poll, in which the task ends: all its times are booked then. */
  final void pollAndEnd() {
    task.pollStarted(C, false);
    endInPoll(C);
  }

  /** The task ends in its present poll, and has said what it has done up to then. */
  final void endInPoll(Lane lane) {
    report = task.report(task.end(lane, Outcome.RETURNED));
  }

  /** What was booked of the task. */
  final Account account() {
    return Account.of(totals);
  }

  /** The verdict on a task that ended in its last poll: booked once, and the same in its report. */
  final String verdict(long polls) {
    String verdict = account().verdict(polls);
    return verdict.equals("exact") ? account().verdictOn(report) : verdict;
  }

  /** A task that believes what it is told. */
  static final class RacingTask extends TaskState {
    RacingTask(View view) {
      super(view, Place.UNKNOWN);
    }

    @Override
    public TaskKind kind() {
      return TaskKind.HANDLE;
    }

    @Override
    protected long number() {
      return 1;
    }

    @Override
    protected String givenName() {
      return "";
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
