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

/** Two threads wake an idle task at once. */
@JCStressTest
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "one of them ended the idle period, the other found the task ready")
@State
public class WakeAgainstWake extends TaskRace {
  public WakeAgainstWake() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void one() {
    task.wake(A);
  }

  @Actor
  public void other() {
    task.wake(B);
  }

  @Arbiter
  public void account(LL_Result r) {
    pollAndEnd();
    Account account = account();
    r.r1 = verdict(2);
    r.r2 = account.idles();
  }
}
