package io.pickglass.monitor;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * All interleavings, up to a bound, of writers and readers of a stripe: it behaves as if each write
 * and each reading happened at one instant. Lincheck takes the memory for sequentially consistent
 * and an array copy for one step; what happens inside of those is for the races to find.
 */
public class CellModelTest {
  private static final int LOOPS = 20;

  private final Cell stripe = new Cell(new Cells());

  /** Books a poll of 7 ns. */
  @Operation
  public void book() {
    while (!stripe.tryBegin()) {
      Thread.onSpinWait();
    }
    stripe.add(Slot.FAST_POLLS, 1);
    stripe.add(Slot.FAST_POLL_NANOS, 7);
    stripe.end();
  }

  @Operation
  public String read() {
    long[] copy = Cell.newCopy();
    stripe.read(copy);
    return copy[Slot.FAST_POLLS] + " polls in " + copy[Slot.FAST_POLL_NANOS] + " ns";
  }

  @Test
  void writesAndReadingsAreInstants() {
    new ModelCheckingOptions()
        .threads(2)
        .actorsBefore(1)
        .actorsPerThread(2)
        .actorsAfter(1)
        .iterations(10)
        .invocationsPerIteration(500)
        .loopBound(LOOPS)
        .check(CellModelTest.class);
  }
}
