package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * Two tasks come when one place of a chunk is left, so that one of them makes the next chunk. The
 * numbers: places, then the oldest age with both listed, and with the older one gone.
 */
@JCStressTest
@Outcome(id = "128, 9, 5", expect = ACCEPTABLE, desc = "both were listed, one in each chunk")
@State
public class AddAgainstAddAtTheEndOfAChunk {
  private static final long NOW = 10;
  private static final int ALL_BUT_ONE = 63;

  private final LiveTasks live = new LiveTasks(new TaskTable());
  private final Waiting older = new Waiting(NOW - 9);
  private final Waiting younger = new Waiting(NOW - 5);

  public AddAgainstAddAtTheEndOfAChunk() {
    for (int i = 0; i < ALL_BUT_ONE; i++) {
      live.add(A, new Waiting(NOW));
    }
  }

  @Actor
  public void one() {
    live.add(A, older);
  }

  @Actor
  public void other() {
    live.add(A, younger);
  }

  @Arbiter
  public void look(JJJ_Result r) {
    r.r1 = live.placeCount();
    r.r2 = live.oldestScheduledNanos(NOW);
    live.remove(older);
    r.r3 = live.oldestScheduledNanos(NOW);
  }
}
