package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A reader copies a cell while its carrier books two polls of 7 ns and of 70 ns. The numbers:
 * polls, their time.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before both")
@Outcome(id = "1, 7", expect = ACCEPTABLE, desc = "between them")
@Outcome(id = "2, 77", expect = ACCEPTABLE, desc = "after both")
@State
public class CellReadAgainstWrite {
  private final Cell cell = new Cell(new Cells());

  @Actor
  public void carrier() {
    book(7);
    book(70);
  }

  private void book(long nanos) {
    cell.begin();
    cell.add(Slot.FAST_POLLS, 1);
    cell.add(Slot.FAST_POLL_NANOS, nanos);
    cell.end();
  }

  @Actor
  public void reader(JJ_Result r) {
    long[] copy = Cell.newCopy();
    cell.read(copy);
    r.r1 = copy[Slot.FAST_POLLS];
    r.r2 = copy[Slot.FAST_POLL_NANOS];
  }
}
