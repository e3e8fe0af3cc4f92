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

/** A task is ended by another thread while the poll that runs comes to its end. */
@JCStressTest
@Outcome(
    id = "exact",
    expect = ACCEPTABLE,
    desc = "its poll ended once and it ended once, in the poll or idle after it")
@State
public class EndAgainstPollEnd extends TaskRace {
  @Actor
  public void carrier() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void canceller() {
    task.end(B, io.pickglass.model.Outcome.CANCELLED);
  }

  @Arbiter
  public void account(L_Result r) {
    r.r1 = Account.of(totals).countsVerdict(1);
  }
}
