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

/** An idle task is cancelled while somebody wakes it. */
@JCStressTest
@Outcome(
    id = "exact, 0",
    expect = ACCEPTABLE,
    desc = "it ended idle; the wake of a task that is over changes nothing")
@Outcome(id = "exact, 1", expect = ACCEPTABLE, desc = "it was woken, and ended ready")
@State
public class EndAgainstWake extends TaskRace {
  public EndAgainstWake() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void canceller() {
    task.end(A, io.pickglass.model.Outcome.CANCELLED);
  }

  @Actor
  public void waker() {
    task.wake(B);
  }

  @Arbiter
  public void account(LL_Result r) {
    Account account = Account.of(totals);
    r.r1 = account.countsVerdict(1);
    r.r2 = account.idles();
  }
}
