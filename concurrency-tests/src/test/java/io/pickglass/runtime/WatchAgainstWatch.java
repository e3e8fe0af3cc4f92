package io.pickglass.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.monitor.Ticks;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two pools are watched under one name at once. How many stay; of how many a listener was told, and
 * of how many ends.
 */
@JCStressTest
@Outcome(id = "1, 2, 1", expect = ACCEPTABLE, desc = "one, that has taken the other's place")
@State
public class WatchAgainstWatch {
  private static final ForkJoinPool ONE = new ForkJoinPool(1);
  private static final ForkJoinPool OTHER = new ForkJoinPool(1);

  private final Runtimes runtimes = new Runtimes(new Ticks());
  private final AtomicInteger watched = new AtomicInteger();
  private final AtomicInteger over = new AtomicInteger();

  public WatchAgainstWatch() {
    runtimes.onEach(new Runtimes.Listener(_ -> watched.incrementAndGet(), this::gone));
  }

  // Told twice of one that is gone before its beginning was told.
  private void gone(RuntimeMonitor runtime) {
    over.updateAndGet(count -> runtime.isOver() ? 1 : count);
  }

  @Actor
  public void one() {
    runtimes.watch(ONE, "race");
  }

  @Actor
  public void other() {
    runtimes.watch(OTHER, "race");
  }

  @Arbiter
  public void look(III_Result r) {
    r.r1 = runtimes.all().size();
    r.r2 = watched.get();
    r.r3 = over.get();
  }
}
