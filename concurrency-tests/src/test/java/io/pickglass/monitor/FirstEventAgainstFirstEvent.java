package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.monitor.Carriers.A;
import static io.pickglass.monitor.Carriers.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * The first events of a monitor come from two carriers at once, and each makes its cell. The
 * numbers: tasks seen by a reader of the time between, tasks seen at last.
 */
@JCStressTest
@Outcome(id = "[12], 2", expect = ACCEPTABLE, desc = "no cell was lost")
@State
public class FirstEventAgainstFirstEvent {
  private final TaskTotals totals = Ticks.totals();
  private long early;

  @Actor
  public void carrierA() {
    totals.instrumented(A, 1);
    early = totals.cumulative().get(INSTRUMENTED_COUNT);
  }

  @Actor
  public void carrierB() {
    totals.instrumented(B, 1);
  }

  @Arbiter
  public void count(JJ_Result r) {
    r.r1 = early;
    r.r2 = totals.cumulative().get(INSTRUMENTED_COUNT);
  }
}
