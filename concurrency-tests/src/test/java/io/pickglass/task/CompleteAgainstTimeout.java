package io.pickglass.task;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.FAILED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.instrument.Pipeline;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * The last stage of a pipeline is completed while its timeout runs out. The numbers: whether the
 * stage failed; ended, failed, live.
 */
@JCStressTest
@Outcome(id = "false, 1, 0, 0", expect = ACCEPTABLE, desc = "completed in time, and booked so")
@Outcome(id = "true, 1, 1, 0", expect = ACCEPTABLE, desc = "it came too late, and the task failed")
@State
public class CompleteAgainstTimeout {
  private final TaskTotals totals = Ticks.totals();
  private final CompletableFuture<String> last = new CompletableFuture<>();

  public CompleteAgainstTimeout() {
    Pipeline.start(View.whole(totals), Runnable::run, executor -> last);
  }

  @Actor
  public void worker() {
    last.complete("in time");
  }

  @Actor
  public void timer() {
    last.completeExceptionally(new TimeoutException());
  }

  @Arbiter
  public void account(LLLL_Result r) {
    TaskMetrics metrics = totals.cumulative();
    r.r1 = last.isCompletedExceptionally();
    r.r2 = metrics.get(ENDED_COUNT);
    r.r3 = metrics.get(FAILED_COUNT);
    r.r4 = metrics.get(LIVE_COUNT);
  }
}
