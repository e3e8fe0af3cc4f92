package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JIJ_Result;

/**
 * A task comes while empty places are given back. The numbers: the age of the oldest, how many are
 * listed, and by how much the places that are taken from all differ from those that are here.
 */
@JCStressTest
@Outcome(
    id = "5, 1, 0",
    expect = ACCEPTABLE,
    desc = "listed in a chunk that stays, or in a new one")
@State
public class AddAgainstTrim {
  private static final long NOW = 10;

  private final TaskTable table = new TaskTable();
  private final LiveTasks live = new LiveTasks(table);
  private final Waiting comer = new Waiting(NOW - 5);

  public AddAgainstTrim() {
    Waiting[] gone = new Waiting[LiveChunk.PLACES + 1];
    for (int i = 0; i < gone.length; i++) {
      gone[i] = new Waiting(0);
      live.add(A, gone[i]);
    }
    for (Waiting each : gone) {
      live.remove(each);
    }
  }

  @Actor
  public void comes() {
    live.add(A, comer);
  }

  @Actor
  public void tick() {
    live.trim();
  }

  @Arbiter
  public void look(JIJ_Result r) {
    r.r1 = live.oldestScheduledNanos(NOW);
    r.r2 = live.count();
    r.r3 = table.placeCount() - live.placeCount();
  }
}
