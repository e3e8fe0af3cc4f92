package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A waker is slow, while another wakes the task, polls it, and it waits again: the slow one may end
 * either wait, with stamps of that one, or find the task running.
 */
@JCStressTest
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "one idle period: the slow waker came to the first wait, or into the poll")
@Outcome(
    id = "exact, 2",
    expect = ACCEPTABLE,
    desc = "two: the slow waker has ended the second wait, or the last wake has")
@State
public class WakeAgainstWakeAndPoll extends TaskRace {
  public WakeAgainstWakeAndPoll() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void slowWaker() {
    task.wake(A);
  }

  @Actor
  public void waker() {
    task.wake(B);
    task.pollEnded(B, task.pollStarted(B, false));
  }

  @Arbiter
  public void account(LL_Result r) {
    task.wake(A);
    pollAndEnd();
    r.r1 = verdict(3);
    r.r2 = account().idles();
  }
}
