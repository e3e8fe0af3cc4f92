package io.pickglass.repl.view;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.withoutPolls;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
  static final TaskInterval ORDERS =
      interval(
          "orders",
          17,
          LIVE_COUNT,
          1,
          INSTRUMENTED_COUNT,
          20,
          ENDED_COUNT,
          300,
          FAILED_COUNT,
          4,
          POLL_COUNT,
          5000,
          POLL_NANOS,
          6_000_000_000L,
          SLOW_POLL_COUNT,
          600,
          SCHEDULED_COUNT,
          7,
          SCHEDULED_NANOS,
          56_000,
          IDLE_COUNT,
          8,
          IDLE_NANOS,
          8 * 725_000_000_000L,
          LIVED_NANOS,
          3_000_000_000L,
          BUSY_RATIO,
          0.25,
          SCHEDULED_NOW_COUNT,
          70,
          OLDEST_SCHEDULED_NANOS,
          2_000_000_000L);

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private static String header(int width) {
    return texts(
            SubjectsView.lines(
                Subject.MONITOR,
                List.of(ORDERS),
                "now",
                Switches.ON,
                Kinds.NONE,
                width,
                Symbols.UNICODE))
        .get(1);
  }

  @Test
  void monitorsAreALineEachBelowWhatTheyAreOf() {
    List<TaskInterval> monitors = List.of(ORDERS, interval("users.insert", 17));
    assertThat(
            texts(
                SubjectsView.lines(
                    Subject.MONITOR,
                    monitors,
                    "since the start",
                    Switches.ON,
                    Kinds.NONE,
                    150,
                    Symbols.UNICODE)))
        .containsExactly(
            "since the start",
            "monitor       live  started  ended  failed  polls  poll  max  p99   slow  first  sched    idle  busy%  sched%  idle%  ready  oldest",
            "orders           1       20    300       4   5000   1ms  0ns  0ns  12.0%      –    8µs  12m05s  25.0%    0.0%   0.0%     70      2s",
            "users.insert     0        0      0       0      0     –    –    –      –      –      –       –      –       –      –      0       –");
  }

  @Test
  void aMonitorThatIsOffIsMarkedAndTheRemarkSaysHowToTurnItOn() {
    List<TaskInterval> monitors = List.of(interval("a", 1), interval("b", 1), interval("c", 1));
    Switches one = new Switches(true, Set.of("b", "of another place"));
    List<String> lines =
        texts(
            SubjectsView.lines(
                Subject.MONITOR, monitors, "now", one, Kinds.NONE, 150, Symbols.UNICODE));
    assertThat(lines.subList(2, 6))
        .extracting(line -> line.split("  ")[0])
        .containsExactly(
            "a",
            "b (off)",
            "c",
            "b is off: its new tasks are not watched; `set b enabled=on` turns it on");
    Switches two = new Switches(true, Set.of("c", "a"));
    assertThat(
            texts(
                    SubjectsView.lines(
                        Subject.MONITOR, monitors, "now", two, Kinds.NONE, 150, Symbols.UNICODE))
                .getLast())
        .isEqualTo(
            "2 monitors are off: their new tasks are not watched; `set NAME enabled=on` turns one on: a, c");
    Switches none = new Switches(false, Set.of("c"));
    lines =
        texts(
            SubjectsView.lines(
                Subject.MONITOR, monitors, "now", none, Kinds.NONE, 150, Symbols.UNICODE));
    assertThat(lines.subList(2, 6))
        .extracting(line -> line.split("  ")[0])
        .containsExactly(
            "a (off)",
            "b (off)",
            "c (off)",
            "all monitors are off: new tasks are not watched; `set enabled=on` turns them on");
    assertThat(
            texts(
                    ShowView.lines(
                        monitors.get(1), "now", one, ShowView.Form.LIST, 150, Symbols.UNICODE))
                .subList(0, 2))
        .containsExactly(
            "b (off), now: 1.00s from 2026-01-02T03:04:06Z",
            "b is off: its new tasks are not watched; `set b enabled=on` turns it on");
    assertThat(
            texts(
                ShowView.lines(
                    monitors.get(0), "now", one, ShowView.Form.LIST, 150, Symbols.UNICODE)))
        .hasSize(1 + TaskMetric.values().length);
  }

  @Test
  void whatTellsMostStaysOnNarrowScreens() {
    assertThat(header(22)).isEqualTo("monitor  poll    idle");
    assertThat(header(50).split(" +"))
        .containsExactly("monitor", "poll", "max", "idle", "sched%", "ready", "oldest");
    assertThat(header(80).split(" +")).contains("live", "first", "busy%", "sched%", "max");
  }

  @Test
  void aTailAcross130ColumnsLacksNothingOfATasksTime() {
    TailView tail =
        new TailView(
            Subject.MONITOR,
            List.of("users.insert"),
            IntervalColumns.OF_MONITORS,
            130,
            Symbols.UNICODE);
    assertThat(tail.header().text().strip().split(" +"))
        .containsExactly(
            "seq", "monitor", "live", "failed", "polls", "poll", "max", "p99", "slow", "first",
            "sched", "idle", "busy%", "sched%", "ready", "oldest");
  }

  @Test
  void aMeanOfNothingIsADashAlsoAmongAllMetrics() {
    TaskInterval nothing = interval("a", 1, SLOW_POLL_COUNT, 0);
    assertThat(
            texts(ShowView.lines(nothing, "x", Switches.ON, ShowView.Form.LIST, 80, Symbols.ASCII)))
        .anyMatch(line -> line.matches("meanPollNanos +-"))
        .anyMatch(line -> line.matches("pollCount +0"));
  }

  @Test
  void noMonitorsIsASentence() {
    assertThat(
            texts(
                SubjectsView.lines(
                    Subject.MONITOR,
                    List.of(),
                    "now",
                    Switches.ON,
                    Kinds.NONE,
                    80,
                    Symbols.UNICODE)))
        .containsExactly("no monitors: the program has not called Pickglass.monitor(name) yet");
  }

  @Test
  void whatIsNotKnownIsADashAndNotAZero() {
    for (Symbols symbols : List.of(Symbols.UNICODE, Symbols.ASCII)) {
      TaskInterval unknown = withoutPolls("a", 1, 3);
      String row =
          texts(
                  SubjectsView.lines(
                      Subject.MONITOR,
                      List.of(unknown),
                      "now",
                      Switches.ON,
                      Kinds.NONE,
                      150,
                      symbols))
              .getLast();
      assertThat(row.split(" +")).startsWith("a", "3", "0", "0", "0", symbols.absent());
      assertThat(row.split(" +")).hasSize(1 + IntervalColumns.OF_MONITORS.size());
    }
  }

  @Test
  void numbersSortDownAndNamesUp() {
    List<TaskInterval> monitors =
        List.of(
            interval("b", 1, LIVE_COUNT, 1),
            interval("c", 1, LIVE_COUNT, 2),
            interval("a", 1, LIVE_COUNT, 1));
    assertThat(monitors.stream().sorted(SubjectsView.order(Subject.MONITOR, "live").orElseThrow()))
        .extracting(Interval::name)
        .containsExactly("c", "a", "b");
    assertThat(SubjectsView.order(Subject.MONITOR, "size")).isEmpty();
  }

  @Test
  void allMetricsAreShownInTheirUnits() {
    List<String> lines =
        texts(
            ShowView.lines(
                ORDERS, "since the start", Switches.ON, ShowView.Form.LIST, 120, Symbols.UNICODE));
    assertThat(lines).hasSize(1 + TaskMetric.values().length);
    assertThat(lines.getFirst())
        .isEqualTo("orders, since the start: 1.00s from 2026-01-02T03:04:22Z");
    assertThat(lines)
        .contains(
            "pollCount                  5,000",
            "pollNanos                  6.00s",
            "meanPollNanos             1.20ms",
            "slowPollRatio             12.00%");
  }

  @Test
  void onRequestEachMetricIsExplained() {
    List<String> lines =
        texts(
            ShowView.lines(ORDERS, "x", Switches.ON, ShowView.Form.EXPLAINED, 60, Symbols.UNICODE));
    assertThat(lines)
        .containsSequence(
            "liveCount                      1", "    Tasks instrumented and not yet ended.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 40, 500})
  void everyViewFitsEveryWidth(int width) {
    DiffView.Side side = new DiffView.Side("1", ORDERS);
    List<Line> all = new ArrayList<>();
    for (Symbols symbols : List.of(Symbols.UNICODE, Symbols.ASCII)) {
      all.addAll(
          SubjectsView.lines(
              Subject.MONITOR, List.of(ORDERS), "now", Switches.ON, Kinds.NONE, width, symbols));
      all.addAll(
          SubjectsView.lines(
              Subject.MONITOR, List.of(), "now", Switches.ON, Kinds.NONE, width, symbols));
      all.addAll(DiffView.lines(side, side, true, true, Unjudged::judge, width, symbols));
      TailView tail =
          new TailView(
              Subject.MONITOR, List.of("orders"), IntervalColumns.OF_MONITORS, width, symbols);
      all.addAll(List.of(tail.header(), tail.row(ORDERS, Switches.ON)));
      all.add(tail.row(interval("orders", 1), new Switches(false, Set.of())));
      if (width > 0) { // explanations and remarks are paragraphs, which need room for a letter
        Switches off = new Switches(true, Set.of("orders"));
        all.addAll(
            SubjectsView.lines(
                Subject.MONITOR, List.of(ORDERS), "now", off, Kinds.NONE, width, symbols));
        all.addAll(
            ShowView.lines(ORDERS, "x", Switches.ON, ShowView.Form.EXPLAINED, width, symbols));
      }
    }
    assertThat(texts(all)).allMatch(line -> line.length() <= width);
  }

  @Test
  void theGreatestValuesAreShownToo() {
    Object[] values =
        Arrays.stream(TaskMetric.values())
            .flatMap(m ->
                java.util.stream.Stream.of(
                    m, m.unit() == io.pickglass.catalog.Unit.RATIO ? 1.0 : Long.MAX_VALUE))
            .toArray();
    TaskInterval greatest = interval("a", 1, values);
    assertThat(
            texts(
                    SubjectsView.lines(
                        Subject.MONITOR,
                        List.of(greatest),
                        "now",
                        Switches.ON,
                        Kinds.NONE,
                        300,
                        Symbols.UNICODE))
                .getLast())
        .contains("9223372036854775807", "106751d", "100.0%");
  }
}
