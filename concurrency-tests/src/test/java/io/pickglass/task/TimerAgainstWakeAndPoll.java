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
 * The timer of a wait runs out late, while another thread wakes the task, polls it, and it waits
 * again: the timer may end the wait that it belongs to, never the next.
 */
@JCStressTest
@Outcome(
    id = "exact, 1",
    expect = ACCEPTABLE,
    desc = "the first wait was ended once, by the timer or the waker; the second still lasted")
@State
public class TimerAgainstWakeAndPoll extends TaskRace {
  private final int wait;
  private final long due;

  public TimerAgainstWakeAndPoll() {
    task.pollEnded(A, firstPoll);
    wait = task.poll();
    due = totals.clock().nanos();
  }

  @Actor
  public void timer() {
    task.wakeWaiting(A, wait, due);
  }

  @Actor
  public void waker() {
    task.wake(B);
    task.pollEnded(B, task.pollStarted(B, false));
  }

  @Arbiter
  public void account(LL_Result r) {
    r.r2 = account().idles();
    task.wake(A);
    pollAndEnd();
    r.r1 = verdict(3);
  }
}
