package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Somebody reads the ended tasks while one takes the place of another. Each has one number. */
@JCStressTest
@Outcome(id = "nobody", expect = ACCEPTABLE, desc = "it was being written")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the first")
@Outcome(id = "2", expect = ACCEPTABLE, desc = "the second")
@State
public class EndedReadAgainstEnd extends EndedRace {
  public EndedReadAgainstEnd() {
    // One place for what carriers do not end, and none for them.
    super(null, 1);
  }

  @Actor
  public void ends() {
    end(2);
  }

  @Actor
  public void looks(L_Result r) {
    r.r1 = look();
  }
}
