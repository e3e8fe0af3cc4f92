package io.pickglass.instrument;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;
import io.pickglass.task.View;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * A monitor is switched off while a task begins and runs, handed over in the two steps of a
 * completion service. How many were instrumented, polled and ended, and what the task has given.
 */
@JCStressTest
@Outcome(
    id = "1, 1, 1, 17",
    expect = ACCEPTABLE,
    desc = "it was watched from its beginning to its end")
@Outcome(id = "0, 0, 0, 17", expect = ACCEPTABLE, desc = "it was never watched")
@State
public class SwitchOffAgainstTask {
  private final TaskTotals totals = Ticks.totals();
  private final ExecutorCompletionService<Integer> service =
      new ExecutorCompletionService<>(
          WatchedExecutor.of(new Direct(), View.whole(totals), totals.onOff()));

  @Actor
  public void task() {
    Future<Integer> unused = service.submit(() -> 17);
  }

  @Actor
  public void off() {
    totals.onOff().turn(false);
  }

  @Arbiter
  public void look(LLLL_Result r) {
    TaskMetrics metrics = totals.cumulative();
    r.r1 = metrics.get(INSTRUMENTED_COUNT);
    r.r2 = metrics.get(POLL_COUNT);
    r.r3 = metrics.get(ENDED_COUNT);
    r.r4 = service.poll().resultNow();
  }

  /** Runs everything at once. */
  private static final class Direct extends AbstractExecutorService {
    @Override
    public void execute(Runnable command) {
      command.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
