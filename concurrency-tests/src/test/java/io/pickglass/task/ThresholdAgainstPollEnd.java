package io.pickglass.task;

import static io.pickglass.catalog.TaskMetric.FAST_POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.FAST_POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.SLOW_POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.SLOW_POLL_NANOS;
import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.TaskMetrics;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Somebody lowers the slow-poll threshold to zero while a poll ends. The numbers: fast polls,
 * whether they have a time; slow polls, whether they have a time.
 */
@JCStressTest
@Outcome(id = "1, true, 0, false", expect = ACCEPTABLE, desc = "judged by the old threshold: fast")
@Outcome(id = "0, false, 1, true", expect = ACCEPTABLE, desc = "judged by the new threshold: slow")
@State
public class ThresholdAgainstPollEnd extends TaskRace {
  @Actor
  public void carrier() {
    task.pollEnded(A, firstPoll);
  }

  @Actor
  public void operator() {
    totals.thresholds().slowPollNanos(0);
  }

  @Arbiter
  public void account(LLLL_Result r) {
    TaskMetrics seen = totals.cumulative();
    r.r1 = seen.get(FAST_POLL_COUNT);
    r.r2 = seen.get(FAST_POLL_NANOS) > 0;
    r.r3 = seen.get(SLOW_POLL_COUNT);
    r.r4 = seen.get(SLOW_POLL_NANOS) > 0;
  }
}
