package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A monitor is removed while its name is asked for. Which one the asker got, how many names there
 * are then, and whether that of the asker is the one that has the name.
 */
@JCStressTest
@Outcome(id = "old, 0, false", expect = ACCEPTABLE, desc = "asked before the removal")
@Outcome(id = "new, 1, true", expect = ACCEPTABLE, desc = "asked after it")
@State
public class RemoveAgainstMake {
  private final Registry registry = new Registry(new Ticks(), new Epoch(), () -> true, 1);
  private final TaskTotals old = registry.monitor("a b");
  private TaskTotals got;

  @Actor
  public void remover() {
    registry.remove(old);
  }

  @Actor
  public void asker() {
    got = registry.monitor("a b");
  }

  @Arbiter
  public void look(LLL_Result r) {
    r.r1 = got == old ? "old" : "new";
    r.r2 = registry.names().length;
    // The same name outside, though two monitors had it.
    Registry.Entry entry = registry.named("a_b");
    r.r3 = entry != null && entry.totals() == got && registry.monitor("a b") == got;
  }
}
