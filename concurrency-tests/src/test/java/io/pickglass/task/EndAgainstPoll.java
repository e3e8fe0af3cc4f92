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

/** An idle task is cancelled while a carrier begins its next poll. */
@JCStressTest
@Outcome(
    id = "exact, over",
    expect = ACCEPTABLE,
    desc = "it ended idle, and what would have been a poll is none")
@Outcome(id = "exact, polled", expect = ACCEPTABLE, desc = "it ended in its second poll")
@State
public class EndAgainstPoll extends TaskRace {
  private long poll;

  public EndAgainstPoll() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void canceller() {
    task.end(A, io.pickglass.model.Outcome.CANCELLED);
  }

  @Actor
  public void carrier() {
    poll = task.pollStarted(B, false);
    task.pollEnded(B, poll);
  }

  @Arbiter
  public void account(LL_Result r) {
    boolean polled = poll != TaskState.OVER;
    r.r1 = account().countsVerdict(polled ? 2 : 1);
    r.r2 = polled ? "polled" : "over";
  }
}
