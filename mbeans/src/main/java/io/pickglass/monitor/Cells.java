package io.pickglass.monitor;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one monitor: one per lane, each with a single writer, and some stripes that all
 * other threads share.
 *
 * <p>Threads: any thread may {@link #begin} a write; a carrier never meets another writer, other
 * threads try stripe after stripe until one is free, and none of them waits. Cells are made when
 * they are first written, so a monitor without events costs nothing.
 *
 * <p>Bounds: {@value #MOST_STRIPES} stripes. Where all are taken for long, the event is dropped and
 * {@linkplain #droppedCount counted}.
 */
final class Cells {
  private static final int STRIPES =
      Math.max(4, Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 2);
  private static final int MOST_STRIPES = 64;

  // How many stripes a writer tries before it asks for one more. A stripe stays taken for ever if a
  // stack overflow has cut off its writer.
  private static final int ATTEMPTS = 256;

  private static final LongAdder DROPPED = new LongAdder();

  private final Growing<@Nullable Cell[]> ofLanes = new Growing<>(new Cell[0]);
  private final Growing<@Nullable Cell[]> stripes = new Growing<>(new Cell[0]);

  /** How many events were dropped, over all monitors. */
  static long droppedCount() {
    return DROPPED.sum();
  }

  /** A cell into which the caller, whose lane that is, may write until {@link Cell#end}. */
  Cell begin(@Nullable Lane lane) {
    if (lane == null) {
      return beginStripe();
    }
    Cell cell = lane.lastCell();
    if (cell == null || cell.owner() != this) {
      cell = find(lane);
    }
    cell.begin();
    return cell;
  }

  private Cell find(Lane lane) {
    @Nullable Cell[] cells = ofLanes.get();
    Cell cell = lane.index() < cells.length ? cells[lane.index()] : null;
    if (cell == null) {
      cell = add(ofLanes, lane.index(), lane.index() + 1);
    }
    lane.lastCell(cell);
    return cell;
  }

  private Cell beginStripe() {
    int start = (int) Thread.currentThread().threadId();
    int count = Math.max(STRIPES, stripes.get().length);
    while (true) {
      for (int i = 0; i < ATTEMPTS; i++) {
        int index = (start + i) & (count - 1);
        @Nullable Cell[] cells = stripes.get();
        Cell cell = index < cells.length ? cells[index] : null;
        if (cell == null) {
          cell = add(stripes, index, count);
        }
        if (cell.tryBegin()) {
          return cell;
        }
        Thread.onSpinWait();
      }
      if (count == MOST_STRIPES) {
        return dropped();
      }
      count *= 2;
    }
  }

  /** A cell that nobody reads. */
  private Cell dropped() {
    DROPPED.increment();
    Cell cell = new Cell(this);
    cell.begin();
    return cell;
  }

  private Cell add(Growing<@Nullable Cell[]> where, int index, int length) {
    while (true) {
      @Nullable Cell[] cells = where.get();
      Cell known = index < cells.length ? cells[index] : null;
      if (known != null) {
        return known;
      }
      @Nullable Cell[] more = Arrays.copyOf(cells, Math.max(cells.length, length));
      Cell cell = new Cell(this);
      more[index] = cell;
      if (where.replace(cells, more)) {
        return cell;
      }
    }
  }

  /** Shows every cell that was ever written. */
  void forEach(Consumer<Cell> reader) {
    visit(ofLanes.get(), reader);
    visit(stripes.get(), reader);
  }

  private static void visit(@Nullable Cell[] cells, Consumer<Cell> reader) {
    for (Cell cell : cells) {
      if (cell != null) {
        reader.accept(cell);
      }
    }
  }
}
