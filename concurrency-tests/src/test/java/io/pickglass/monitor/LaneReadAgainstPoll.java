package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A reader asks what a carrier polls while that begins the poll of a task just made, and ends it.
 * What he reads of the task.
 */
@JCStressTest
@Outcome(id = "nothing", expect = ACCEPTABLE, desc = "before the poll or after it")
@Outcome(id = "race since 7", expect = ACCEPTABLE, desc = "in it, and the task is whole")
@State
public class LaneReadAgainstPoll {
  private final Lane lane = new Lane(0);

  @Actor
  public void carrier() {
    lane.pollBegins(new PlainPolled("race", 7), 10, 0);
    lane.pollEnds(17);
  }

  @Actor
  public void reader(L_Result r) {
    r.r1 = PlainPolled.told(lane.polled());
  }
}
