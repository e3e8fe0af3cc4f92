package io.pickglass.sampling;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.RuntimeInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Ticks;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import java.time.InstantSource;
import java.util.concurrent.ForkJoinPool;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZII_Result;

/**
 * A runtime is removed while the sampler ticks. Whether its reader says then that it is over, how
 * many intervals he gets; and how many more later, of it or of any runtime.
 */
@JCStressTest
@Outcome(id = "true, 0, 0", expect = ACCEPTABLE, desc = "removed before it was cut")
@Outcome(id = "true, 1, 0", expect = ACCEPTABLE, desc = "removed after that")
@State
public class RuntimeRemovedAgainstTick {
  private static final ForkJoinPool POOL = new ForkJoinPool(1);

  private final Ticks clock = new Ticks();
  private final Runtimes runtimes = new Runtimes(clock);
  private final Sampler sampler =
      new Sampler(
          new Registry(clock, new Epoch(), () -> true, 1), runtimes, InstantSource.system(), 4);
  private final RuntimeMonitor runtime;
  private final IntervalReader<RuntimeInterval> reader;

  public RuntimeRemovedAgainstTick() {
    runtimes.watch(POOL, "race");
    runtime = runtimes.named("race");
    reader = sampler.intervals(runtime);
  }

  @Actor
  public void remover(ZII_Result r) {
    runtimes.remove(runtime);
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
