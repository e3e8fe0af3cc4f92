package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
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

/** The same in a place that a carrier writes alone, without a compare-and-set. */
@JCStressTest
@Outcome(id = "nobody", expect = ACCEPTABLE, desc = "it was being written")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the first")
@Outcome(id = "2", expect = ACCEPTABLE, desc = "the second")
@State
public class EndedReadAgainstEndOnCarrier {
  private final TaskTotals totals = Ticks.totals();
  private final EndedTasks ended = totals.table().ended();
  private final TaskReading reading = new TaskReading();

  public EndedReadAgainstEndOnCarrier() {
    // One place for each carrier.
    ended.limit(Runtime.getRuntime().availableProcessors() + 1);
    end(1);
  }

  private void end(long number) {
    Kept kept = ended.begin(A);
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
