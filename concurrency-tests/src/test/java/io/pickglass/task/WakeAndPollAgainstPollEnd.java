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
 * A wake and the poll that it leads to come while carrier A is still at the bookkeeping of the
 * poll's end: before its step, or between its step and its last number.
 */
@JCStressTest
@Outcome(
    id = "exact, 0",
    expect = ACCEPTABLE,
    desc = "the wake came before the step of the end: never idle")
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "the step of the end came first: one idle period")
@State
public class WakeAndPollAgainstPollEnd extends TaskRace {
  @Actor
  public void carrierA() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void carrierB() {
    task.wake(B);
    task.pollEnded(B, task.pollStarted(B, false));
  }

  @Arbiter
  public void account(LL_Result r) {
    long idles = account().idles();
    task.wake(A);
    pollAndEnd();
    r.r1 = verdict(3);
    r.r2 = idles;
  }
}
