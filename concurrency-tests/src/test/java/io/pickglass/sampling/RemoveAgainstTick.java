package io.pickglass.sampling;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;
import java.time.InstantSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZII_Result;

/**
 * A monitor is removed while the sampler ticks. Whether its reader says then that it is over, how
 * many intervals he gets; and how many more later, of it or of any monitor.
 */
@JCStressTest
@Outcome(id = "true, 0, 0", expect = ACCEPTABLE, desc = "removed before the tick")
@Outcome(id = "true, 1, 0", expect = ACCEPTABLE, desc = "removed after it")
@State
public class RemoveAgainstTick {
  private final Registry registry = new Registry(new Ticks(), new Epoch(), () -> true, 1);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 4);
  private final TaskTotals totals = registry.monitor("race");
  private final IntervalReader<TaskInterval> reader = sampler.intervals(totals);

  @Actor
  public void remover(ZII_Result r) {
    registry.remove(totals);
    r.r1 = reader.isOver();
    r.r2 = reader.next().size();
  }

  @Actor
  public void sampler() {
    sampler.tick();
  }

  @Arbiter
  public void look(ZII_Result r) {
    sampler.tick();
    r.r3 = reader.next().size() + sampler.historyCount();
  }
}
