package io.pickglass.task;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIFETIME_NANOS;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;
import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import io.pickglass.model.TaskMetrics;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/**
 * A reader takes a snapshot while a task ends in its poll. The numbers: polls, running; ended,
 * live, whether there is a lifetime.
 */
@JCStressTest
@Outcome(id = "0, 1, 0, 1, false", expect = ACCEPTABLE, desc = "before the end")
@Outcome(id = "1, 0, 1, 0, true", expect = ACCEPTABLE, desc = "after the end")
@Outcome(
    id = "1, 0, 0, 1, false",
    expect = ACCEPTABLE_INTERESTING,
    desc = "between its two events: the poll is over, the task still lives")
@State
public class EndAgainstSnapshot extends TaskRace {
  @Actor
  public void carrier() {
    task.end(A, io.pickglass.model.Outcome.RETURNED);
  }

  @Actor
  public void reader(LLLLL_Result r) {
    TaskMetrics seen = totals.cumulative();
    r.r1 = seen.get(POLL_COUNT);
    r.r2 = seen.get(RUNNING_COUNT);
    r.r3 = seen.get(ENDED_COUNT);
    r.r4 = seen.get(LIVE_COUNT);
    r.r5 = seen.get(LIFETIME_NANOS) > 0;
  }
}
