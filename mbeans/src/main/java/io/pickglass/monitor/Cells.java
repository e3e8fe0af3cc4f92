package io.pickglass.monitor;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one monitor: one per lane, each with a single writer, and a few stripes that all
 * other threads share.
 *
 * <p>Threads: any thread may {@link #begin} a write; a carrier never meets another writer, other
 * threads try stripe after stripe until one is free, and none of them waits. Cells are made when
 * they are first written, so a monitor without events costs nothing.
 */
final class Cells {
  private static final int STRIPES =
      Math.max(4, Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 2);

  // Replaced as a whole when one is added, under this object's lock; written once per cell.
  private volatile @Nullable Cell[] ofLanes = new Cell[0];
  private volatile @Nullable Cell[] stripes = new Cell[0];

  /** A cell into which the caller, whose lane that is, may write until {@link Cell#end}. */
  Cell begin(@Nullable Lane lane) {
    if (lane == null) {
      return beginStripe();
    }
    @Nullable Cell[] cells = ofLanes;
    Cell cell = lane.index() < cells.length ? cells[lane.index()] : null;
    if (cell == null) {
      cell = addLane(lane.index());
    }
    cell.begin();
    return cell;
  }

  private Cell beginStripe() {
    int hash = (int) Thread.currentThread().threadId();
    for (int i = hash; ; i++) {
      @Nullable Cell[] cells = stripes;
      Cell cell = cells.length == 0 ? null : cells[i & (STRIPES - 1)];
      if (cell == null) {
        cell = addStripe(i & (STRIPES - 1));
      }
      if (cell.tryBegin()) {
        return cell;
      }
      Thread.onSpinWait();
    }
  }

  private synchronized Cell addLane(int index) {
    @Nullable Cell[] cells = ofLanes;
    @Nullable Cell[] more = Arrays.copyOf(cells, Math.max(cells.length, index + 1));
    Cell cell = more[index];
    if (cell == null) {
      more[index] = cell = new Cell();
      ofLanes = more;
    }
    return cell;
  }

  private synchronized Cell addStripe(int index) {
    @Nullable Cell[] more = Arrays.copyOf(stripes, STRIPES);
    Cell cell = more[index];
    if (cell == null) {
      more[index] = cell = new Cell();
      stripes = more;
    }
    return cell;
  }

  /** Shows every cell that was ever written. */
  void forEach(Consumer<Cell> reader) {
    visit(ofLanes, reader);
    visit(stripes, reader);
  }

  private static void visit(@Nullable Cell[] cells, Consumer<Cell> reader) {
    for (Cell cell : cells) {
      if (cell != null) {
        reader.accept(cell);
      }
    }
  }
}
