package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * Two tasks of a full chunk leave at once. The numbers: the oldest age found at last, which is that
 * of the rest, and the places after two others have come, which found room.
 */
@JCStressTest
@Outcome(id = "1, 64", expect = ACCEPTABLE, desc = "both are gone, and both places are free")
@State
public class RemoveAgainstRemove {
  private static final long NOW = 10;

  private final LiveTasks live = new LiveTasks(new TaskTable());
  private final Waiting one = new Waiting(NOW - 9);
  private final Waiting other = new Waiting(NOW - 5);

  public RemoveAgainstRemove() {
    live.add(A, one);
    live.add(A, other);
    for (int i = 2; i < LiveChunk.PLACES; i++) {
      live.add(A, new Waiting(NOW - 1));
    }
  }

  @Actor
  public void one() {
    live.remove(one);
  }

  @Actor
  public void other() {
    live.remove(other);
  }

  @Arbiter
  public void look(JJ_Result r) {
    r.r1 = live.oldestScheduledNanos(NOW);
    live.add(A, new Waiting(NOW));
    live.add(A, new Waiting(NOW));
    r.r2 = live.placeCount();
  }
}
