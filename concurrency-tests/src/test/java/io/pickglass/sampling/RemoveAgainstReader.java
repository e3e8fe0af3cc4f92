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
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A monitor is removed while somebody begins to read it. Whether he is told that it is over, and of
 * how many monitors intervals are kept.
 */
@JCStressTest
@Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "it is over, and nothing of it is kept")
@State
public class RemoveAgainstReader {
  private final Registry registry = new Registry(new Ticks(), new Epoch(), () -> true, 1);
  private final TaskTotals totals = registry.monitor("race");
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 4);
  private IntervalReader<TaskInterval> reader;

  @Actor
  public void remover() {
    registry.remove(totals);
  }

  @Actor
  public void reader() {
    reader = sampler.intervals(totals);
  }

  @Arbiter
  public void look(ZI_Result r) {
    r.r1 = reader.isOver();
    r.r2 = sampler.historyCount();
  }
}
