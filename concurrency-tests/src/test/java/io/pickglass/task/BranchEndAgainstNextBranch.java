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

/** The poll of one branch of a pipeline ends while that of another, which is ready, begins. */
@JCStressTest
@Outcome(
    id = "exact, beside",
    expect = ACCEPTABLE,
    desc = "the second began first: the pipeline ran all the while")
@Outcome(
    id = "exact, after",
    expect = ACCEPTABLE,
    desc = "the first ended first: the pipeline was scheduled until the second began, never idle")
@State
public class BranchEndAgainstNextBranch extends BranchRace {
  public BranchEndAgainstNextBranch() {
    task.wake(A);
  }

  @Actor
  public void carrierA() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void carrierB() {
    task.pollEnded(B, task.pollStarted(B));
  }

  @Arbiter
  public void account(LL_Result r) {
    Account before = Account.of(totals);
    r.r2 = before.idles() > 0 ? "idle" : before.scheduledNanos() == 0 ? "beside" : "after";
    pollAndEnd();
    r.r1 = Account.of(totals).countsVerdict(3);
  }
}
