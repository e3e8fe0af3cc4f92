package io.pickglass.repl.view;

import static io.pickglass.repl.view.TaskRows.BLIND;
import static io.pickglass.repl.view.TaskRows.MS;
import static io.pickglass.repl.view.TaskRows.POLLS;
import static io.pickglass.repl.view.TaskRows.WAITING;
import static io.pickglass.repl.view.TaskRows.detail;
import static io.pickglass.repl.view.TaskRows.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskRow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One task as it stands on the screen. */
class TaskViewTest {
  @Test
  void oneTaskIsShownInSections() {
    assertThat(
            texts(TaskView.lines(detail(WAITING, 1_767_323_046_000L, POLLS), 80, Symbols.UNICODE)))
        .containsExactly(
            "v123 ⏸ IDLE for 900.00ms: GET /users",
            "kind             virtual",
            "monitor          http",
            "location         com.example.shop.Door.begin(Door.java:60)",
            "target           com.example.shop.Door$Request",
            "parent           v7",
            "created          2026-01-02T03:04:05Z",
            "fields           user=7, shop=north",
            "total            12.00s",
            "busy             3.00ms (0.03%)",
            "scheduled        250.00µs (0.00%)",
            "idle             12.00s (99.97%)",
            "first poll after 120.00µs",
            "polls            4, the last took 2.00ms and began 902.00ms ago",
            "wakes            5, by itself 1 (20.00%)",
            "last woken       910.00ms ago by timer",
            "its polls and the waits before them, one by one since 2026-01-02T03:04:06Z",
            "       count     p10     p25     p50     p75     p90     p95     p99     max",
            "polls      3  1.00ms  1.00ms  2.00ms  3.00ms  3.00ms  3.00ms  3.00ms  3.00ms",
            "waits      0       –       –       –       –       –       –       –       –",
            "polls  983µs ▄           █ 3ms");
  }

  @Test
  void aLongLocationIsBrokenAndNeverCut() {
    List<String> lines =
        texts(TaskView.lines(detail(WAITING, 0, Spread.NONE), 40, Symbols.UNICODE));
    assertThat(lines)
        .containsSubsequence(
            "location         com.example.shop.Door.b", "                 egin(Door.java:60)");
  }

  @Test
  void theFirstLookSaysThatTheCountingBegins() {
    // Its total is 12 s: that is now.
    long now = 1_767_323_045_000L + 12_000;
    assertThat(
            texts(TaskView.lines(detail(WAITING, now, Spread.NONE), 200, Symbols.UNICODE))
                .getLast())
        .isEqualTo(
            "from now on its polls and waits are kept one by one: ask again to see how they are"
                + " spread");
    assertThat(
            texts(TaskView.lines(detail(WAITING, now - 5_000, Spread.NONE), 200, Symbols.UNICODE))
                .getLast())
        .isEqualTo("since 2026-01-02T03:04:12Z, when it was first looked at, no poll has ended");
    assertThat(
            texts(TaskView.lines(detail(WAITING, 0, Spread.NONE), 200, Symbols.UNICODE)).getLast())
        .isEqualTo("its polls and waits are not kept one by one: there is no room");
  }

  @Test
  void whatCannotBeKnownIsADashAndNothingOfNothingHasNoPercent() {
    assertThat(texts(TaskView.lines(detail(BLIND, 0, Spread.NONE), 80, Symbols.UNICODE)))
        .containsExactly(
            "x9 ✖ FAILED 5.00ms ago",
            "kind             executor",
            "monitor          mail",
            "created          1970-01-01T00:00:01Z",
            "thrown           java.io.IOException",
            "total            0ns",
            "busy             –",
            "scheduled        –",
            "idle             –",
            "its polls are not seen: `info` says why");
  }

  @Test
  void ofAThreadThatLivedBeforeTheAgentNoTimeIsTold() {
    TaskRow untimed =
        new TaskRow(
            "u9", "untimed", "idle", "old", "", "", "", "", "", -1, -1, -1, -1, -1, -1, -1, -1, -1,
            -1, -1, -1, -1, "", List.of());
    assertThat(texts(TaskView.lines(detail(untimed, 0, Spread.NONE), 80, Symbols.UNICODE)))
        .containsExactly(
            "u9 ⏸ IDLE: old",
            "kind             untimed",
            "created          before the agent came",
            "total            –",
            "busy             –",
            "scheduled        –",
            "idle             –",
            "it lived before the agent came: nothing is known of its times");
  }

  @Test
  void childrenThatAreNotShownAreCounted() {
    TaskDetail parent =
        new TaskDetail(
            WAITING,
            0,
            Spread.NONE,
            Spread.NONE,
            List.of(WAITING),
            Collections.nCopies(2, BLIND),
            7);
    assertThat(texts(TaskView.lines(parent, 100, Symbols.UNICODE)))
        .contains("open sections (1)", "live children (7), the first 2 of them");
  }

  @Test
  void asJsonWhatCannotBeKnownIsLeftOut() {
    assertThat(TaskJson.of(BLIND))
        .isEqualTo(
            Map.of(
                "id",
                "x9",
                "kind",
                "executor",
                "state",
                "failed",
                "name",
                "",
                "monitor",
                "mail",
                "location",
                "",
                "thrown",
                "java.io.IOException",
                "createdMillis",
                1_000L,
                "totalNanos",
                0L,
                "stateNanos",
                5 * MS));
    assertThat(TaskJson.of(detail(WAITING, 5, POLLS)))
        .containsEntry("spreadSinceMillis", 5L)
        .containsEntry("childCount", 0L)
        .containsEntry("waits", Map.of("count", 0L))
        .extractingByKey("polls")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("p10Nanos", MS)
        .containsEntry("p99Nanos", 3 * MS)
        .containsEntry("counts", List.of(1L, 2L));
  }
}
