package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.time.NanoClock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * A reader asks how far a worker is, and then for its histograms, while it begins and ends a poll
 * for which both get room. Whether the worker is before, in or after the poll, how many delays and
 * how many polls he counts. Whoever finds it no further the next time does not count again.
 */
@JCStressTest
@Outcome(
    id = {"0, 0, 0", "0, 1, 0", "0, 1, 1"},
    expect = ACCEPTABLE,
    desc = "before it, and perhaps more")
@Outcome(
    id = {"1, 1, 0", "1, 1, 1"},
    expect = ACCEPTABLE,
    desc = "in it, and perhaps its end")
@Outcome(id = "2, 1, 1", expect = ACCEPTABLE, desc = "after it, and all is there")
@State
public class TurnsReadAgainstPoll {
  private static final int LENGTH = 100;

  // Of a worker whose first poll has been counted, and has not begun; and of one after that.
  private static final long BEGUN = Long.rotateLeft(1, 48);
  private static final long OVER = BEGUN ^ LENGTH;

  private final Lane lane = new Lane(0);
  private final long start = NanoClock.SYSTEM.nanos();

  @Actor
  public void worker() {
    lane.pollBegins("task", start, 3);
    lane.pollEnds(start + LENGTH);
  }

  @Actor
  public void reader(JJJ_Result r) {
    long step = Work.step(lane.work());
    long[] turns = Turns.in(lane.turns());
    r.r1 = step == OVER ? 2 : step == 0 || step == BEGUN ? 0 : 1;
    r.r2 = Turns.since(Turns.none(), turns, RuntimeDistribution.SCHEDULING_DELAY).count();
    r.r3 = Turns.since(Turns.none(), turns, RuntimeDistribution.POLL).count();
  }
}
