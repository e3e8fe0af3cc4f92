package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * A task comes while another one leaves, whose place it may get. The number: the age of the oldest
 * at last, when the one that came is listed and the one that left is not.
 */
@JCStressTest
@Outcome(id = "5", expect = ACCEPTABLE, desc = "in the place that was left, or in the next")
@State
public class AddAgainstRemove {
  private static final long NOW = 10;

  private final LiveTasks live = new LiveTasks(new TaskTable());
  private final Waiting older = new Waiting(NOW - 9);
  private final Waiting younger = new Waiting(NOW - 5);

  public AddAgainstRemove() {
    live.add(A, older);
  }

  @Actor
  public void leaves() {
    live.remove(older);
  }

  @Actor
  public void comes() {
    live.add(A, younger);
  }

  @Arbiter
  public void look(J_Result r) {
    r.r1 = live.oldestScheduledNanos(NOW);
  }
}
