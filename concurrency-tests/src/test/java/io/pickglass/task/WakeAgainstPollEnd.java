package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A task is unparked while it parks: its wake races with the end of its poll. */
@JCStressTest
@Outcome(
    id = "exact, 0",
    expect = ACCEPTABLE,
    desc = "the wake came in the poll: the task was never idle, and ready since the poll's end")
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "the poll ended first: one idle period, however short, and the wake ended it")
@State
public class WakeAgainstPollEnd extends TaskRace {
  @Actor
  public void carrier() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void waker() {
    task.wake(null);
  }

  @Arbiter
  public void account(LL_Result r) {
    pollAndEnd();
    Account account = account();
    r.r1 = verdict(2);
    r.r2 = account.idles();
  }
}
