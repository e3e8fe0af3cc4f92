package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowPollViewTest {
  private static final long MS = 1_000_000;

  private static SlowPoll poll(String id, long millis, long cpuMillis, String verdict, int frames) {
    return new SlowPoll(
        "orders",
        id,
        "order-7",
        "worker-1",
        1_767_323_045_000L,
        millis * MS,
        cpuMillis < 0 ? -1 : cpuMillis * MS,
        50 * MS,
        verdict,
        IntStream.range(0, frames).mapToObj(i -> "app.Shop.m" + i + "(Shop.java:1)").toList(),
        frames == 0 ? "its thread could not be stopped there" : "");
  }

  private static SlowPollReport report(long count, SlowPoll last, SlowPoll slowest) {
    return new SlowPollReport("orders", count, last, slowest, List.of(), 0);
  }

  private static List<String> text(SlowPollReport report, int width) {
    return SlowPollView.lines(report, width, Symbols.UNICODE).stream().map(Line::text).toList();
  }

  @Test
  void nothingWhereNothingWasLookedInto() {
    assertThat(text(SlowPollReport.none("orders"), 80)).isEmpty();
    assertThat(SlowPollJson.of(SlowPollReport.none("orders"))).isEmpty();
  }

  @Test
  void theOnlyOneWithItsVerdictAndStack() {
    SlowPoll only = poll("v7", 200, 49, "computing", 2);
    assertThat(text(report(1, only, only), 80))
        .containsExactly(
            "",
            "one slow poll was looked into while it ran",
            "it: 200.00ms or more, v7 order-7 on worker-1, from 2026-01-02T03:04:05Z",
            "  it computes: it had a processor nearly all the time (98 % processor time)",
            "    app.Shop.m0(Shop.java:1)",
            "    app.Shop.m1(Shop.java:1)");
  }

  @Test
  void theSlowestAndTheLastWithEightFramesEach() {
    List<String> lines =
        text(report(3, poll("v8", 100, -1, "unknown", 0), poll("", 1_600, 0, "waiting", 10)), 120);
    assertThat(lines)
        .containsExactly(
            "",
            "3 slow polls were looked into while they ran",
            "slowest: 1.60s or more, order-7 on worker-1, from 2026-01-02T03:04:05Z",
            "  it waits, and keeps its thread: parked, asleep or blocked (0 % processor time)",
            "    app.Shop.m0(Shop.java:1)",
            "    app.Shop.m1(Shop.java:1)",
            "    app.Shop.m2(Shop.java:1)",
            "    app.Shop.m3(Shop.java:1)",
            "    app.Shop.m4(Shop.java:1)",
            "    app.Shop.m5(Shop.java:1)",
            "    app.Shop.m6(Shop.java:1)",
            "    app.Shop.m7(Shop.java:1)",
            "    and 2 more",
            "last: 100.00ms or more, v8 order-7 on worker-1, from 2026-01-02T03:04:05Z",
            "  the JVM does not tell its processor time",
            "  no stack: its thread could not be stopped there");
  }

  @Test
  void noLineIsWiderThanTheScreen() {
    SlowPoll only = poll("v7", 200, 49, "stalled", 20);
    for (int width : new int[] {1, 10, 40}) {
      assertThat(text(report(1, only, only), width)).allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void jsonHasAllFrames() {
    SlowPoll slowest = poll("v7", 200, -1, "mixed", 20);
    assertThat(SlowPollJson.of(report(2, poll("v8", 100, 5, "mixed", 1), slowest)))
        .isEqualTo(
            Map.of(
                "lookedIntoCount",
                2L,
                "slowestPoll",
                Map.of(
                    "taskId", "v7",
                    "taskName", "order-7",
                    "threadName", "worker-1",
                    "startedMillis", 1_767_323_045_000L,
                    "runningNanos", 200 * MS,
                    "verdict", "mixed",
                    "frames", slowest.frames()),
                "lastSlowPoll",
                Map.of(
                    "taskId",
                    "v8",
                    "taskName",
                    "order-7",
                    "threadName",
                    "worker-1",
                    "startedMillis",
                    1_767_323_045_000L,
                    "runningNanos",
                    100 * MS,
                    "cpuNanos",
                    5 * MS,
                    "observedNanos",
                    50 * MS,
                    "verdict",
                    "mixed",
                    "frames",
                    List.of("app.Shop.m0(Shop.java:1)"))));
  }
}
