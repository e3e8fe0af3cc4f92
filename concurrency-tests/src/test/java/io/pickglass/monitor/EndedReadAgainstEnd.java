package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.EndedTasks.Kept;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Somebody reads the ended tasks while one takes the place of another. Each has one number. */
@JCStressTest
@Outcome(id = "nobody", expect = ACCEPTABLE, desc = "it was being written")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the first")
@Outcome(id = "2", expect = ACCEPTABLE, desc = "the second")
@State
public class EndedReadAgainstEnd {
  private final TaskTotals totals = Ticks.totals();
  private final EndedTasks ended = totals.table().ended();
  private final TaskReading reading = new TaskReading();

  public EndedReadAgainstEnd() {
    // One place for what carriers do not end, and none for them.
    ended.limit(1);
    end(1);
  }

  private void end(long number) {
    Kept kept = ended.begin(null);
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

  @Actor
  public void ends() {
    end(2);
  }

  @Actor
  public void look(L_Result r) {
    r.r1 = "nobody";
    ended.forEach(reading, task -> r.r1 = seen(task));
  }

  private static String seen(TaskReading task) {
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
