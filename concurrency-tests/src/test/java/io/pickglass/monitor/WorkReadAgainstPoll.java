package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A reader asks at 30 ns how long a worker has been busy, while that polls from 10 to 17 ns. How
 * long, and by how much it is less when he asks again at 40 ns.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before the poll, the second time perhaps after")
@Outcome(id = "20, 0", expect = ACCEPTABLE, desc = "in the poll, twice")
@Outcome(
    id = "20, 13",
    expect = ACCEPTABLE,
    desc = "in the poll, then after it: it has ended at 17 and was not booked at 30; see Seat")
@Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "after the poll")
@State
public class WorkReadAgainstPoll {
  private final long[] work = Work.madeAt(1);

  @Actor
  public void worker() {
    Work.pollBegins(work, 10);
    Work.pollEnds(work, 17);
  }

  @Actor
  public void reader(JJ_Result r) {
    r.r1 = Work.busyNanos(work, 30);
    r.r2 = Math.max(0, r.r1 - Work.busyNanos(work, 40));
  }
}
