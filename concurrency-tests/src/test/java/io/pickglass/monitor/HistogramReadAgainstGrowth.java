package io.pickglass.monitor;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * A reader copies a cell while its carrier books a poll for which the histograms grow, so that what
 * was there of an idle period moves. The numbers: polls, values in their histogram, values in that
 * of idle periods.
 */
@JCStressTest
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "before the poll")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "after it")
@State
public class HistogramReadAgainstGrowth {
  private final Cell cell = new Cell(new Cells());

  public HistogramReadAgainstGrowth() {
    cell.begin();
    cell.record(Distribution.IDLE, 70, 0);
    cell.end();
  }

  @Actor
  public void carrier() {
    cell.begin();
    cell.add(Slot.FAST_POLLS, 1);
    cell.record(Distribution.POLL, 7, 0);
    cell.end();
  }

  @Actor
  public void reader(JJJ_Result r) {
    long[] copy = Cell.newCopy();
    Tallies.Copy tallies = cell.read(copy);
    r.r1 = copy[Slot.FAST_POLLS];
    r.r2 = count(tallies, Distribution.POLL, 7);
    r.r3 = count(tallies, Distribution.IDLE, 70);
  }

  static long count(Tallies.Copy tallies, Distribution of, long nanos) {
    long[] counts = new long[Buckets.COUNT];
    for (long left = tallies.octaves(of); left != 0; left &= left - 1) {
      int octave = Long.numberOfTrailingZeros(left);
      tallies.addTo(counts, octave * Buckets.PER_OCTAVE, of, octave);
    }
    return counts[Buckets.indexOf(nanos)];
  }
}
