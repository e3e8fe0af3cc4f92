package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A monitor that is off is turned on while all are turned off. Whether it watches then, and when
 * all are on again.
 */
@JCStressTest
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "both have been turned")
@State
public class OwnSwitchAgainstMainSwitch {
  private final MainSwitch main = new MainSwitch();
  private final Switch own = main.add();

  public OwnSwitchAgainstMainSwitch() {
    own.turn(false);
  }

  @Actor
  public void one() {
    own.turn(true);
  }

  @Actor
  public void all() {
    main.turn(false);
  }

  @Arbiter
  public void look(ZZ_Result r) {
    r.r1 = own.isWatching();
    main.turn(true);
    r.r2 = own.isWatching();
  }
}
