package io.pickglass.monitor;

import static io.pickglass.monitor.HistogramReadAgainstGrowth.count;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.catalog.Distribution;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A reader has copied a cell and copies it again, while its carrier counts on in the room that is
 * there; the first copy is looked at last. The numbers, both of it: polls, values in their
 * histogram.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "taken before the second poll")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "taken after it")
@State
public class HistogramKeptAgainstWrite {
  private final Cell cell = new Cell(new Cells());

  public HistogramKeptAgainstWrite() {
    book();
  }

  private void book() {
    cell.begin();
    cell.add(Slot.FAST_POLLS, 1);
    cell.record(Distribution.POLL, 7, 0);
    cell.end();
  }

  @Actor
  public void carrier() {
    book();
  }

  @Actor
  public void reader(JJ_Result r) {
    long[] copy = Cell.newCopy();
    Tallies.Copy kept = cell.read(copy);
    cell.read(Cell.newCopy());
    r.r1 = copy[Slot.FAST_POLLS];
    r.r2 = count(kept, Distribution.POLL, 7);
  }
}
