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

/** An idle task is polled by a way that nobody reports, while somebody wakes it. */
@JCStressTest
@Outcome(
    id = "exact, 0",
    expect = ACCEPTABLE,
    desc = "the poll found it ready since the end of the one before; the wake came too late")
@Outcome(id = "exact, 1", expect = ACCEPTABLE, desc = "the wake has ended an idle period")
@State
public class WakeAgainstPoll extends TaskRace {
  public WakeAgainstPoll() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void waker() {
    task.wake(A);
  }

  @Actor
  public void carrier() {
    task.pollStarted(B, false);
  }

  @Arbiter
  public void account(LL_Result r) {
    endInPoll(B);
    r.r1 = verdict(2);
    r.r2 = account().idles();
  }
}
