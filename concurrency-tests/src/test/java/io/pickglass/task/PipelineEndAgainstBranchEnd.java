package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A pipeline of which two branches run is ended by a third party while one of its polls ends. */
@JCStressTest
@Outcome(
    id = "exact",
    expect = ACCEPTABLE,
    desc = "each poll ended once, by its carrier or with the pipeline, and that ended once")
@State
public class PipelineEndAgainstBranchEnd extends BranchRace {
  private final long secondPoll;

  public PipelineEndAgainstBranchEnd() {
    task.wake(A);
    secondPoll = task.pollStarted(B);
  }

  @Actor
  public void carrier() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void ender() {
    task.end(B, io.pickglass.model.Outcome.RETURNED);
  }

  @Arbiter
  public void account(L_Result r) {
    task.pollEnded(B, secondPoll);
    r.r1 = Account.of(totals).countsVerdict(2);
  }
}
