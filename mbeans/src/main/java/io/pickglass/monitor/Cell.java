package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * The numbers of one monitor in one lane, or in one stripe that platform threads share. All sums
 * are since the start; nothing is ever reset.
 *
 * <p>Threads: one writer at a time, between {@link #begin} or {@link #tryBegin} and {@link #end};
 * any number of readers through {@link #read}, which sees all of a write or nothing of it.
 */
final class Cell {
  // A sequence lock, the way StampedLock reads optimistically: the version is odd while a writer is
  // inside, and a reader that met a writer reads again. The values are plain: a reader that raced
  // throws away what it read.
  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);

  // A write takes tens of nanoseconds, unless the writer loses its processor in the middle, and
  // then
  // as long as the machine lets it wait. A write that a stack overflow has cut off never ends; its
  // cell is then read as it is, and the next readers do not wait again.
  private static final int SPINS = 1_000;
  private static final long PAUSE_NANOS = 50_000;

  // The version that a reader has waited for in vain: its writer was cut off.
  private volatile long abandoned;

  private final Cells owner;
  private final long[] values = new long[Slot.END + Slot.PADDING];
  private Tallies tallies = Tallies.NONE;

  Cell(Cells owner) {
    this.owner = owner;
  }

  /** Of which monitor it is. */
  Cells owner() {
    return owner;
  }

  /** Begins a write where there is no other writer. */
  void begin() {
    // Made odd, not increased: a write that was cut off heals with the next one.
    AT.setOpaque(values, Slot.VERSION, version() | 1L);
    VarHandle.storeStoreFence();
  }

  /** Begins a write where there may be other writers; false, and no write, if there is one now. */
  boolean tryBegin() {
    long now = version();
    if ((now & 1) != 0 || !AT.compareAndSet(values, Slot.VERSION, now, now | 1L)) {
      return false;
    }
    // A compare-and-set orders later stores after its load, not after its store.
    VarHandle.storeStoreFence();
    return true;
  }

  /** Ends the write. */
  void end() {
    AT.setRelease(values, Slot.VERSION, version() + 1L);
  }

  private long version() {
    return (long) AT.getOpaque(values, Slot.VERSION);
  }

  /** Inside a write: one more, or {@code amount} more. */
  void add(int slot, long amount) {
    values[slot] += amount;
  }

  /** Inside a write: one more of what leads from a state to another, and when. */
  void step(int slot, long atNanos) {
    values[slot]++;
    values[slot + 1] += atNanos;
  }

  /** Inside a write: a value of which the maximum and the histogram are kept. */
  void record(Distribution of, long nanos, long epoch) {
    if (values[Slot.EPOCH] != epoch) {
      roll(epoch);
    }
    int slot = Slot.MAX + of.ordinal();
    if (nanos > values[slot]) {
      values[slot] = nanos;
    }
    Tallies known = tallies;
    try {
      Tallies next = known.plus(of, Buckets.indexOf(nanos));
      if (next != known) {
        tallies = next;
      }
    } catch (OutOfMemoryError e) {
      // No room for a new octave: its histogram lacks a value, but the write must come to its end.
    }
  }

  private void roll(long epoch) {
    for (int i = 0; i < Distribution.COUNT; i++) {
      long previous = values[Slot.PREVIOUS_MAX + i];
      values[Slot.OLDER_MAX + i] = Math.max(values[Slot.OLDER_MAX + i], previous);
      values[Slot.PREVIOUS_MAX + i] = values[Slot.MAX + i];
      values[Slot.MAX + i] = 0;
    }
    values[Slot.PREVIOUS_EPOCH] = values[Slot.EPOCH];
    values[Slot.EPOCH] = epoch;
  }

  /** Copies the values into an array of that {@linkplain #newCopy kind}; and the tallies. */
  Tallies.Copy read(long[] into) {
    Tallies.Copy counts = new Tallies.Copy();
    read(into, counts, new Patience());
    return counts;
  }

  /**
   * Copies the values and the tallies, all of one instant.
   *
   * @param into an array of that {@linkplain #newCopy kind}
   * @param counts the reader's own, and overwritten
   * @param patience the reader's, over all cells that it reads together
   */
  void read(long[] into, Tallies.Copy counts, Patience patience) {
    for (int round = 0; ; round++) {
      long before = (long) AT.getAcquire(values, Slot.VERSION);
      System.arraycopy(values, 0, into, 0, values.length);
      counts.take(tallies);
      VarHandle.acquireFence();
      boolean same = before == version();
      if (same && ((before & 1) == 0 || before == abandoned)) {
        return;
      }
      if (round < SPINS) {
        Thread.onSpinWait();
      } else if (!patience.isOver()) {
        // Not a yield, which a loaded machine takes lightly.
        LockSupport.parkNanos(PAUSE_NANOS);
      } else {
        abandoned = before;
        return;
      }
    }
  }

  /** An array for {@link #read}. */
  static long[] newCopy() {
    return new long[Slot.END + Slot.PADDING];
  }
}
