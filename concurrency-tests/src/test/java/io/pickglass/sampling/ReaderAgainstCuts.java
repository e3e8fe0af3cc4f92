package io.pickglass.sampling;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.Ticks;
import io.pickglass.runtime.Sight;
import java.time.Instant;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A reader asks for all intervals while the sampler cuts two into a ring of two places, in which
 * the first one stands. What it sees: their numbers.
 */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "before both cuts")
@Outcome(id = "1 2", expect = ACCEPTABLE, desc = "between them")
@Outcome(id = "2 3", expect = ACCEPTABLE, desc = "after both: the first has left the ring")
@State
public class ReaderAgainstCuts {
  private final TaskTotals totals = Ticks.totals();
  private final Stretches stretches = new Stretches(2);
  private final History<TaskInterval> history =
      new History<>(new MonitorSubject(totals), new Moment(0, Instant.EPOCH), stretches, 2, 1);

  public ReaderAgainstCuts() {
    cut(1);
  }

  private void cut(long sequence) {
    stretches.add(sequence, new Stretch(Instant.EPOCH, 0));
    history.cut(
        new Subject.Tick(
            sequence,
            sequence,
            new Moment(0, Instant.EPOCH),
            new Moment(totals.clock().nanos(), Instant.EPOCH),
            new Snapshot.Room(),
            Sight.NOTHING));
  }

  @Actor
  public void sampler() {
    cut(2);
    cut(3);
  }

  @Actor
  public void reader(L_Result r) {
    StringBuilder seen = new StringBuilder();
    for (TaskInterval interval : history.after(-1, Integer.MAX_VALUE)) {
      seen.append(seen.isEmpty() ? "" : " ").append(interval.sequence());
    }
    r.r1 = seen.toString();
  }
}
