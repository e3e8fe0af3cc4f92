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

/** Two branches of a pipeline run, and their polls end at once. */
@JCStressTest
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "whichever ended last made the pipeline idle, and only that one")
@State
public class BranchEndAgainstBranchEnd extends BranchRace {
  private final long secondPoll;

  public BranchEndAgainstBranchEnd() {
    task.wake(A);
    secondPoll = task.pollStarted(B);
  }

  @Actor
  public void carrierA() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void carrierB() {
    task.pollEnded(B, secondPoll);
  }

  @Arbiter
  public void account(LL_Result r) {
    pollAndEnd();
    Account account = Account.of(totals);
    r.r1 = account.countsVerdict(3);
    r.r2 = account.idles();
  }
}
