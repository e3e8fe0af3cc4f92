package io.pickglass.repl.view;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.series.Noise.Weight.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffViewTest {
  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private static Judgement same(Metric metric) {
    return Judgement.of(metric, 0, UNKNOWN);
  }

  @Test
  void aDifferenceHasBothValuesTheChangeAndItsShare() {
    TaskInterval a = interval("a", 1, POLL_COUNT, 40, POLL_NANOS, 4000, LIVE_COUNT, 0);
    TaskInterval b = interval("a", 2, POLL_COUNT, 30, POLL_NANOS, 9000, LIVE_COUNT, 2);
    List<Line> lines =
        DiffView.lines(
            new DiffView.Side("-2", a),
            new DiffView.Side("-1", b),
            false,
            false,
            metric ->
                Judgement.of(
                    metric,
                    b.metrics().number((TaskMetric) metric).doubleValue()
                        - a.metrics().number((TaskMetric) metric).doubleValue(),
                    metric == POLL_COUNT ? NOISE : metric == LIVE_COUNT ? UNKNOWN : SIGNIFICANT),
            120,
            Symbols.UNICODE);
    assertThat(texts(lines))
        .containsExactly(
            "A = -2: 1.00s from 2026-01-02T03:04:06Z",
            "B = -1: 1.00s from 2026-01-02T03:04:07Z",
            "metric              A       B  difference  relative  verdict",
            "liveCount           0       2          +2         –",
            "pollCount          40      30         -10    -25.0%  noise",
            "pollNanos      4.00µs  9.00µs     +5.00µs   +125.0%  changed",
            "meanPollNanos   100ns   300ns      +200ns   +200.0%  worse");
    assertThat(lines.getLast().tone()).isEqualTo(Tone.BAD);
  }

  @Test
  void twoEmptyIntervalsHaveNothingToShowUnlessAllIsAskedFor() {
    DiffView.Side side = new DiffView.Side("1", interval("a", 1));
    assertThat(
            texts(
                DiffView.lines(side, side, false, false, DiffViewTest::same, 80, Symbols.UNICODE)))
        .last()
        .isEqualTo("nothing happened in either: --all shows the zeros");
    assertThat(DiffView.lines(side, side, false, true, DiffViewTest::same, 80, Symbols.UNICODE))
        .hasSize(4 + TaskMetric.values().length);
  }
}
