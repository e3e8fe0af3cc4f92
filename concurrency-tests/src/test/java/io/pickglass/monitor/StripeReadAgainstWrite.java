package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A reader copies a stripe while a thread that has won it books two polls of 7 ns and of 70 ns. The
 * numbers: polls, their time.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before both")
@Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "between them")
@Outcome(id = "2, 77", expect = ACCEPTABLE, desc = "after both")
@State
public class StripeReadAgainstWrite {
  private final Cell stripe = new Cell(new Cells());

  @Actor
  public void writer() {
    book(7);
    book(70);
  }

  private void book(long nanos) {
    if (stripe.tryBegin()) {
      stripe.add(Slot.FAST_POLLS, 1);
      stripe.add(Slot.FAST_POLL_NANOS, nanos);
      stripe.end();
    }
  }

  @Actor
  public void reader(JJ_Result r) {
    long[] copy = Cell.newCopy();
    stripe.read(copy);
    r.r1 = copy[Slot.FAST_POLLS];
    r.r2 = copy[Slot.FAST_POLL_NANOS];
  }
}
