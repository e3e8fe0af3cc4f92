package io.pickglass.monitor;

import static io.pickglass.monitor.Carriers.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** The same in a place that a carrier writes alone, without a compare-and-set. */
@JCStressTest
@Outcome(id = "nobody", expect = ACCEPTABLE, desc = "it was being written")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the first")
@Outcome(id = "2", expect = ACCEPTABLE, desc = "the second")
@State
public class EndedReadAgainstEndOnCarrier extends EndedRace {
  public EndedReadAgainstEndOnCarrier() {
    // One place for each carrier.
    super(A, Runtime.getRuntime().availableProcessors() + 1);
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
