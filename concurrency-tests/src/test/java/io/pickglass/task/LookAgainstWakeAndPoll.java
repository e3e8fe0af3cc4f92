package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.monitor.TaskReading;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Somebody looks at an idle task while it is woken and polled. What he sees: its state, its polls
 * and waits so far, and whether its times are those of that state.
 */
@JCStressTest
@Outcome(id = "IDLE, 1 0, whole", expect = ACCEPTABLE, desc = "it waits")
@Outcome(id = "SCHEDULED, 1 0, whole", expect = ACCEPTABLE, desc = "it was woken")
@Outcome(id = "RUNNING, 2 1, whole", expect = ACCEPTABLE, desc = "it is in its second poll")
@State
public class LookAgainstWakeAndPoll extends TaskRace {
  private final TaskReading reading = new TaskReading();
  private final long idleSince;

  public LookAgainstWakeAndPoll() {
    task.pollEnded(A, firstPoll);
    var _ = task.readNow(reading, totals.clock().nanos());
    idleSince = reading.pollNanos();
  }

  @Actor
  public void taskGoesOn() {
    task.wake(A);
    task.pollStarted(B, false);
  }

  @Actor
  public void look(LLL_Result r) {
    var _ = task.readNow(reading, totals.clock().nanos());
    r.r1 = reading.phase();
    r.r2 = reading.pollCount() + " " + reading.idleCount();
    r.r3 = isWhole() ? "whole" : "torn";
  }

  private boolean isWhole() {
    long sum = reading.pollNanos() + reading.scheduledNanos() + reading.idleNanos();
    long present = reading.at() - reading.since();
    long inPolls =
        switch (reading.phase()) {
          case RUNNING -> idleSince + present;
          default -> idleSince;
        };
    return sum == reading.totalNanos() && reading.pollNanos() == inPolls;
  }
}
