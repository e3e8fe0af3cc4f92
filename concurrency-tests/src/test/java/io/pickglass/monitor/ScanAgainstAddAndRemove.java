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
 * A reader looks for the task that waits longest while another one, older still, comes and goes.
 * The numbers: the age that the reader found, the age found at last.
 */
@JCStressTest
@Outcome(id = "5, 5", expect = ACCEPTABLE, desc = "the reader saw the one that stays")
@Outcome(id = "9, 5", expect = ACCEPTABLE, desc = "the reader saw the one that came and went, too")
@State
public class ScanAgainstAddAndRemove {
  private static final long NOW = 10;

  private final LiveTasks live = new LiveTasks(new TaskTable());
  private final Waiting guest = new Waiting(NOW - 9);
  private long seen;

  public ScanAgainstAddAndRemove() {
    live.add(A, new Waiting(NOW - 5));
  }

  @Actor
  public void carrier() {
    live.add(A, guest);
    live.remove(guest);
  }

  @Actor
  public void reader() {
    seen = live.oldestScheduledNanos(NOW);
  }

  @Arbiter
  public void look(JJ_Result r) {
    r.r1 = seen;
    r.r2 = live.oldestScheduledNanos(NOW);
  }
}
