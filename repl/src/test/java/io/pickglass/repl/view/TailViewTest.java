package io.pickglass.repl.view;

import static io.pickglass.catalog.TaskMetric.BUSY_RATIO;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_NANOS;
import static io.pickglass.repl.Intervals.interval;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.series.Zipped;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TailViewTest {
  @Test
  void aTailHasTheSameColumnsForEveryLine() {
    TailView tail =
        new TailView(
            Subject.MONITOR,
            List.of("a", "users.insert"),
            IntervalColumns.OF_MONITORS,
            90,
            Symbols.UNICODE);
    assertThat(tail.header().text())
        .isEqualTo(
            "   seq  monitor        live    poll     max   first    idle   busy%  sched%  ready  oldest");
    assertThat(tail.row(interval("a", 3, LIVE_COUNT, 12), Switches.ON).text())
        .isEqualTo(
            "     3  a                12       –       –       –       –       –       –      0       –");
  }

  @Test
  void aTailSaysOfAMonitorThatStandsStillBecauseItIsOffJustThat() {
    TailView tail =
        new TailView(
            Subject.MONITOR,
            List.of("a", "users.insert"),
            IntervalColumns.OF_MONITORS,
            90,
            Symbols.UNICODE);
    Switches off = new Switches(true, Set.of("a"));
    assertThat(tail.row(interval("a", 3), off).text()).isEqualTo("     3  a             off");
    // Its tasks that are watched to their end are shown, and so are those of others.
    TaskInterval live = interval("a", 3, LIVE_COUNT, 1);
    assertThat(tail.row(live, off)).isEqualTo(tail.row(live, Switches.ON));
    TaskInterval other = interval("users.insert", 3);
    assertThat(tail.row(other, off)).isEqualTo(tail.row(other, Switches.ON));
  }

  @Test
  void aTailOfChosenMetricsIsHeadedByTheirNames() {
    List<Column<Interval<?>>> columns = IntervalColumns.named(List.of(POLL_COUNT, BUSY_RATIO));
    TailView tail = new TailView(Subject.MONITOR, List.of("orders"), columns, 120, Symbols.UNICODE);
    assertThat(tail.header().text()).isEqualTo("   seq  monitor  pollCount  busyRatio");
    assertThat(tail.row(ViewsTest.ORDERS, Switches.ON).text())
        .isEqualTo("    17  orders        5000      25.0%");
  }

  @Test
  void ratesArePerSecondAndOnlyOfWhatAddsUp() {
    List<Column<Interval<?>>> columns =
        IntervalColumns.perSecond(
            IntervalColumns.named(List.of(POLL_COUNT, POLL_NANOS, LIVED_NANOS, LIVE_COUNT)));
    TailView tail = new TailView(Subject.MONITOR, List.of("orders"), columns, 120, Symbols.UNICODE);
    assertThat(tail.header().text())
        .isEqualTo("   seq  monitor  pollCount/s  pollNanos/s  livedNanos/s  liveCount");
    assertThat(tail.row(ViewsTest.ORDERS, Switches.ON).text())
        .isEqualTo("    17  orders        5000.0           6s            3s          1");
  }

  @Test
  void gapsAreSaid() {
    assertThat(TailView.sentence(new Zipped.Missed(101, 112)))
        .isEqualTo("missed 12 intervals (101 to 112): they are no longer kept");
    assertThat(TailView.sentence(new Zipped.Missed(9, 9)))
        .isEqualTo("missed 1 interval (9): it is no longer kept");
  }
}
