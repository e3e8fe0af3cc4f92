package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static io.pickglass.monitor.Carriers.C;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Another branch becomes ready while the only poll of the pipeline comes to its end. */
@JCStressTest
@Outcome(
    id = "exact, 0",
    expect = ACCEPTABLE,
    desc = "the wake came in the poll: the pipeline was never idle")
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "the poll ended first: one idle period, and the wake ended it")
@State
public class BranchWakeAgainstLastPollEnd extends BranchRace {
  @Actor
  public void carrier() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void waker() {
    task.wake(B);
  }

  @Arbiter
  public void account(LL_Result r) {
    task.pollStarted(C);
    task.end(C, io.pickglass.model.Outcome.RETURNED);
    Account account = Account.of(totals);
    r.r1 = account.verdict(2);
    r.r2 = account.idles();
  }
}
