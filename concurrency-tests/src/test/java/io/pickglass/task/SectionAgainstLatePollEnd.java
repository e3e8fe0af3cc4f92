package io.pickglass.task;

import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * The code opens a section in its second poll while carrier A has not yet booked the end of the
 * first, which must not be booked to the section.
 */
@JCStressTest
@Outcome(
    id = "exact, exact",
    expect = ACCEPTABLE,
    desc = "the task has both polls, the section its own part of the second")
@State
public class SectionAgainstLatePollEnd extends TaskRace {
  private final TaskTotals ofSection = Ticks.totals();

  @Actor
  public void carrierA() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void carrierB() {
    task.pollStarted(B, true);
    View section = task.enter(B, ofSection);
    task.exit(B, section, io.pickglass.model.Outcome.RETURNED);
    endInPoll(B);
  }

  @Arbiter
  public void account(LL_Result r) {
    r.r1 = verdict(2);
    r.r2 = Account.of(ofSection).verdict(1);
  }
}
