package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The last task of a monitor ends while that is removed: how many places and tasks are left. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the places are given back, and once")
@State
public class LeaveAgainstRetire {
  private final TaskTable table = new TaskTable();
  private final LiveTasks live = new LiveTasks(table);
  private final Waiting last = new Waiting(1);

  public LeaveAgainstRetire() {
    live.add(A, last);
  }

  @Actor
  public void ends() {
    live.remove(last);
  }

  @Actor
  public void removed() {
    live.retire();
  }

  @Arbiter
  public void look(II_Result r) {
    r.r1 = table.placeCount();
    r.r2 = live.count();
  }
}
