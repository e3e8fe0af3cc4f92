package io.pickglass.repl.series;

import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.repl.Intervals.interval;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static Zipped.Row row(long sequence) {
    return new Zipped.Row(
        sequence,
        List.of(
            interval("a", sequence, POLL_COUNT, sequence),
            interval("b", sequence, POLL_COUNT, 100 * sequence)));
  }

  @Test
  void batchesOfOneAreTheRowsThemselves() {
    assertThat(new Batches(1).accept(row(1))).containsExactly(row(1));
  }

  @Test
  void everyThreeRowsAreOneWithTheirSumsMonitorByMonitor() {
    Batches batches = new Batches(3);
    assertThat(batches.accept(row(1))).isEmpty();
    assertThat(batches.accept(row(2))).isEmpty();
    List<Zipped> sum = batches.accept(row(3));
    assertThat(sum).hasSize(1);
    Zipped.Row row = (Zipped.Row) sum.getFirst();
    assertThat(row.sequence()).isEqualTo(3);
    assertThat(Numbers.of(row.intervals().get(0), POLL_COUNT)).isEqualTo(6L);
    assertThat(Numbers.of(row.intervals().get(1), POLL_COUNT)).isEqualTo(600L);
    assertThat(batches.accept(row(4))).isEmpty();
  }

  @Test
  void noSumRunsOverAGap() {
    Batches batches = new Batches(3);
    batches.accept(row(1));
    Zipped.Missed gap = new Zipped.Missed(2, 5);
    assertThat(batches.accept(gap)).containsExactly(row(1), gap);
    assertThat(batches.accept(gap)).containsExactly(gap);
  }
}
