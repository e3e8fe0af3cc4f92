package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.model.TaskMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void aStripeWhoseWriterWasCutOffIsPassedByAndStillRead() {
    Cells cells = new Cells();
    for (int i = 0; i < 6; i++) {
      Cell cutOff = cells.begin(null);
      cutOff.add(Slot.INSTRUMENTED, 1);
    }
    Cell next = cells.begin(null);
    next.add(Slot.INSTRUMENTED, 1);
    next.end();
    long before = System.nanoTime();
    assertThat(sum(cells)).isEqualTo(7);
    long first = System.nanoTime() - before;
    assertThat(sum(cells)).isEqualTo(7);
    assertThat(System.nanoTime() - before - first).isLessThan(first + 1_000_000_000);
  }

  @Test
  void aReaderWaitsForAWriterThatHasLostItsProcessor() {
    Cells cells = new Cells();
    Cell slow = cells.begin(null);
    slow.add(Slot.INSTRUMENTED, 1);
    long[] seen = new long[1];
    Thread reader = Thread.ofPlatform().start(() -> seen[0] = sum(cells));
    Await.until("the reader pauses", () -> reader.getState() == Thread.State.TIMED_WAITING);
    slow.add(Slot.INSTRUMENTED, 1);
    slow.end();
    Await.end(reader);
    assertThat(seen).containsExactly(2);
  }

  @Test
  void withAllStripesCutOffEventsAreDroppedAndCountedAndNobodyWaits() {
    Cells cells = new Cells();
    for (int i = 0; i < 64; i++) {
      cells.begin(null);
    }
    long dropped = Cells.droppedCount();
    Cell sink = cells.begin(null);
    sink.add(Slot.INSTRUMENTED, 1);
    sink.end();
    assertThat(Cells.droppedCount()).isEqualTo(dropped + 1);
    assertThat(sum(cells)).isZero();
  }

  private static long sum(Cells cells) {
    long[] copy = Cell.newCopy();
    long[] sum = new long[1];
    Patience patience = new Patience();
    cells.forEach(cell -> {
      cell.read(copy, new Tallies.Copy(), patience);
      sum[0] += copy[Slot.INSTRUMENTED];
    });
    return sum[0];
  }

  @Test
  void manyWritersLoseNothingAndAReaderSeesWholeWrites() {
    TaskTotals totals = new TaskTotals("m", new ManualClock(), new Epoch(), () -> true);
    int writers = 4;
    int events = 50_000;
    List<Thread> threads = new ArrayList<>();
    AtomicBoolean done = new AtomicBoolean();
    List<TaskMetrics> torn = new ArrayList<>();
    Thread reader =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                TaskMetrics seen = totals.cumulative();
                if (seen.get(POLL_NANOS) != 7 * seen.get(POLL_COUNT)) {
                  torn.add(seen);
                }
              }
            });
    for (int i = 0; i < writers; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int event = 0; event < events; event++) {
                  totals.instrumented(null, 0);
                  totals.pollEnded(null, 1, 8, false);
                }
              }));
    }
    threads.forEach(Await::end);
    done.set(true);
    Await.end(reader);
    assertThat(torn).isEmpty();
    assertThat(totals.cumulative().get(INSTRUMENTED_COUNT)).isEqualTo((long) writers * events);
    assertThat(totals.cumulative().get(POLL_COUNT)).isEqualTo((long) writers * events);
  }
}
