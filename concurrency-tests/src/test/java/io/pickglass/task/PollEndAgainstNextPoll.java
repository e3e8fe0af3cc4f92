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
 * The hand-over: a task yields, and carrier B polls it again while carrier A has not yet booked the
 * end of the poll before.
 */
@JCStressTest
@Outcome(
    id = "exact, one stamp",
    expect = ACCEPTABLE,
    desc = "the older poll ends where the younger begins: B closed it, or A did in time")
@Outcome(
    id = "exact, two stamps",
    expect = ACCEPTABLE,
    desc = "A booked the end first; the task was ready until B polled it")
@State
public class PollEndAgainstNextPoll extends TaskRace {
  @Actor
  public void carrierA() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void carrierB() {
    task.pollEnded(B, task.pollStarted(B, true));
  }

  @Arbiter
  public void account(LL_Result r) {
    long before = account().scheduledNanos();
    task.wake(A);
    pollAndEnd();
    r.r1 = verdict(3);
    r.r2 = before == 0 ? "one stamp" : "two stamps";
  }
}
