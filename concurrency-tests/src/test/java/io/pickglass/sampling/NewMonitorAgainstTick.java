package io.pickglass.sampling;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Ticks;
import java.time.InstantSource;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A monitor is made while the sampler ticks. What its intervals look like: the number of the first
 * one, and whether all of them have a length above zero.
 */
@JCStressTest
@Outcome(id = "1, true", expect = ACCEPTABLE, desc = "it was there for the tick")
@Outcome(id = "2, true", expect = ACCEPTABLE, desc = "it came after the tick had passed it")
@State
public class NewMonitorAgainstTick {
  private final Registry registry = new Registry(new Ticks(), new Epoch(), () -> true, 2);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 4);

  public NewMonitorAgainstTick() {
    registry.monitor("old");
  }

  @Actor
  public void maker() {
    registry.monitor("new");
  }

  @Actor
  public void sampler() {
    sampler.tick();
  }

  @Arbiter
  public void look(LL_Result r) {
    sampler.tick();
    List<TaskInterval> intervals =
        sampler.history(registry.monitor("new")).after(-1, Integer.MAX_VALUE);
    r.r1 = intervals.getFirst().sequence();
    r.r2 = intervals.stream().allMatch(interval -> interval.elapsedNanos() > 0);
  }
}
