package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two threads without a lane want one stripe. The numbers: writes that won it, writes that are in
 * it.
 */
@JCStressTest
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "one after the other")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "one found the other at it and left")
@State
public class StripeWriterAgainstWriter {
  private final Cell stripe = new Cell(new Cells());
  private boolean one;
  private boolean other;

  @Actor
  public void one() {
    one = book();
  }

  @Actor
  public void other() {
    other = book();
  }

  private boolean book() {
    boolean won = stripe.tryBegin();
    if (won) {
      stripe.add(Slot.FAST_POLLS, 1);
      stripe.end();
    }
    return won;
  }

  @Arbiter
  public void count(LL_Result r) {
    long[] copy = Cell.newCopy();
    stripe.read(copy);
    r.r1 = (one ? 1 : 0) + (other ? 1 : 0);
    r.r2 = copy[Slot.FAST_POLLS];
  }
}
