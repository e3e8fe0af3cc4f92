package io.pickglass.task;

import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A pipeline ends, by its timeout say, while a branch that is ready begins its poll. */
@JCStressTest
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "it ended while the branch was ready; what runs then is not counted")
@Outcome(
    id = "exact, 2",
    expect = ACCEPTABLE,
    desc = "it ended in the poll, which ended with it, or after the poll")
@State
public class PipelineEndAgainstBranchStart extends BranchRace {
  public PipelineEndAgainstBranchStart() {
    task.wake(A);
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void carrier() {
    task.pollEnded(A, task.pollStarted(A));
  }

  @Actor
  public void timeout() {
    task.end(B, io.pickglass.model.Outcome.FAILED);
  }

  @Arbiter
  public void account(LL_Result r) {
    Account account = Account.of(totals);
    long polls = account.metrics().get(POLL_COUNT);
    r.r1 = account.countsVerdict(polls);
    r.r2 = polls;
  }
}
