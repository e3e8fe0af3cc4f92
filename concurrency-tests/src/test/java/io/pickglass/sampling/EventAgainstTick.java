package io.pickglass.sampling;

import static io.pickglass.catalog.TaskMetric.FIRST_POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.MAX_FIRST_POLL_DELAY_NANOS;
import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;
import java.time.InstantSource;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A first poll after 7 ns is booked while the sampler completes an interval. The numbers, over all
 * intervals: first polls, and the greatest maximum of their delays.
 */
@JCStressTest
@Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "it is in one interval or the next, never lost")
@State
public class EventAgainstTick {
  private final Registry registry = new Registry(new Ticks(), new Epoch(), () -> true, 1);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 4);
  private final TaskTotals totals = registry.monitor("race");

  @Actor
  public void carrier() {
    totals.firstPollStarted(A, 1, 8);
  }

  @Actor
  public void sampler() {
    sampler.tick();
  }

  @Arbiter
  public void sum(JJ_Result r) {
    sampler.tick();
    List<TaskInterval> intervals = sampler.history(totals).after(-1, Integer.MAX_VALUE);
    for (TaskInterval interval : intervals) {
      r.r1 += interval.metrics().get(FIRST_POLL_COUNT);
      r.r2 = Math.max(r.r2, interval.metrics().get(MAX_FIRST_POLL_DELAY_NANOS));
    }
  }
}
