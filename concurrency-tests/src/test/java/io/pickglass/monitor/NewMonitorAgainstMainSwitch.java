package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A monitor is made while all are turned off. Whether it watches in the end. */
@JCStressTest
@Outcome(id = "false", expect = ACCEPTABLE, desc = "it was made off, or turned off with the others")
@State
public class NewMonitorAgainstMainSwitch {
  private final Registry registry = new Registry(new Ticks(), new Epoch(), () -> true, 1);

  @Actor
  public void maker() {
    registry.monitor("new");
  }

  @Actor
  public void all() {
    registry.mainSwitch().turn(false);
  }

  @Arbiter
  public void look(Z_Result r) {
    r.r1 = registry.monitor("new").onOff().isWatching();
  }
}
