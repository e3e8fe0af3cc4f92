package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two threads need a longer array at once, and the slower begins again with the one that is there.
 * What one of them has seen, and what is there at last.
 */
@JCStressTest
@Outcome(id = "\\[1\\], \\[1, 2\\]", expect = ACCEPTABLE, desc = "the first was faster")
@Outcome(id = "\\[2, 1\\], \\[2, 1\\]", expect = ACCEPTABLE, desc = "the second was faster")
@Outcome(id = "\\[1, 2\\], \\[1, 2\\]", expect = ACCEPTABLE, desc = "the same, seen later")
@State
public class ReplaceAgainstReplace {
  private final Growing<int[]> growing = new Growing<>(new int[0]);
  private int[] seen;

  @Actor
  public void one() {
    append(1);
    seen = growing.get();
  }

  @Actor
  public void other() {
    append(2);
  }

  private void append(int value) {
    while (true) {
      int[] known = growing.get();
      int[] longer = Arrays.copyOf(known, known.length + 1);
      longer[known.length] = value;
      if (growing.replace(known, longer)) {
        return;
      }
    }
  }

  @Arbiter
  public void look(LL_Result r) {
    r.r1 = Arrays.toString(seen);
    r.r2 = Arrays.toString(growing.get());
  }
}
