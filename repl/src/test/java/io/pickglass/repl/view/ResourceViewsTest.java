package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Contention;
import io.pickglass.model.Deadlock;
import io.pickglass.model.Resource;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is waited for, as it stands on the screen. */
class ResourceViewsTest {
  private static final long MS = 1_000_000;
  private static final String PLACE = "com.example.shop.Till.pay(Till.java:60)";

  private static final Resource LOCK =
      new Resource(
          "r1",
          "",
          "lock",
          "ReentrantLock",
          "java.base/java.util.concurrent.locks",
          false,
          "ReentrantLock.lock",
          PLACE,
          "",
          17_000 * MS,
          -1,
          5_000,
          120,
          3_200 * MS,
          "t17",
          "teller",
          50 * MS,
          List.of("holds=1", "fair=false"));

  private static final Resource PART =
      new Resource(
          "r2",
          "r1",
          "condition",
          "",
          "",
          true,
          "",
          "",
          "",
          0,
          90_000 * MS,
          2,
          0,
          -1,
          "",
          "",
          -1,
          List.of());

  private static final Wait WAIT =
      new Wait(
          "v7",
          "v1",
          "GET /pay",
          "http",
          "r1",
          "ReentrantLock",
          "ReentrantLock.tryLock",
          PLACE,
          "t17",
          "teller",
          50 * MS,
          3_200 * MS,
          3_300 * MS,
          2 * MS,
          3_298 * MS,
          4,
          List.of("timed=true", "remainingNanos=1200000000"));

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private static ResourceList list(Resource... rows) {
    return new ResourceList("", 0, 5_002, 120, 2, 0, List.of(), List.of(rows));
  }

  @Test
  void aResourceIsALineWithAllItsColumns() {
    assertThat(texts(ResourcesView.resources(list(LOCK, PART), 400, Symbols.UNICODE)))
        .containsExactly(
            "Resources (2): 5,002 wait, looked into 120 of 5,002",
            "shown 1-2",
            "id  parent  kind       total  type           vis     target"
                + "                                source              location"
                + "                      waiters  longest  holder      held  attributes",
            "r1  –       lock       >17s   ReentrantLock  ✅ PUB  java.base/java.util.concurrent.locks"
                + "  ReentrantLock.lock  c.e.s.Till.pay(Till.java:60)     5000       3s  t17 teller"
                + "  50ms  holds=1 fair=false",
            "r2  r1      condition  1m30s  –              🔒 INT  –"
                + "                                     –                   –"
                + "                                   2        –  –              –  –");
  }

  @Test
  void asciiHasNoOtherSigns() {
    List<Line> lines = new ArrayList<>();
    lines.addAll(ResourcesView.resources(list(LOCK, PART), 400, Symbols.ASCII));
    lines.addAll(ResourceView.lines(detail(), 200, Symbols.ASCII));
    assertThat(texts(lines)).allMatch(line -> line.chars().allMatch(c -> c < 128));
  }

  private static ResourceDetail detail() {
    return new ResourceDetail(LOCK, List.of(WAIT), 12, 9_000 * MS, 3_200 * MS);
  }

  @Test
  void oneResourceSaysOfHowManyItsRowsAre() {
    assertThat(texts(ResourceView.lines(detail(), 300, Symbols.UNICODE)))
        .containsExactly(
            "r1 lock ReentrantLock",
            "holder           t17 `teller`, for 50.00ms at least",
            "attributes       holds=1 fair=false",
            "waited for in    ReentrantLock.lock",
            "location         com.example.shop.Till.pay(Till.java:60)",
            "target           java.base/java.util.concurrent.locks",
            "visibility       ✅ PUB",
            "total            >17s",
            "waiters          5,000, looked into 120, the longest for 3.20s",
            "seen             12 waits of 9.00s in all, the longest 3.20s, while somebody looked",
            "async ops (1), of 5,000 that wait",
            "id  parent  task      monitor  waits  source                 location"
                + "                      total  busy  idle  polls  attributes",
            "v7  v1      GET /pay  http        3s  ReentrantLock.tryLock  c.e.s.Till.pay(Till.java:60)"
                + "     3s   2ms    3s      4  timed=true remaining=1s");
  }

  @Test
  void aDeadlockIsToldOneByOne() {
    Deadlock two =
        new Deadlock(
            true,
            List.of(
                new Deadlock.Member(WAIT, List.of(PLACE)), new Deadlock.Member(WAIT, List.of())));
    String waits =
        "v7 `GET /pay` waits 3.20s for r1 (ReentrantLock), which t17 `teller` has (for 50.00ms at"
            + " least)";
    String where = "  in ReentrantLock.tryLock, called at " + PLACE;
    assertThat(texts(DeadlocksView.lines(List.of(two), list(), 200, Symbols.UNICODE)))
        .containsExactly(
            "deadlock of 2: it ends by itself, as one of them waits for a limited time",
            waits,
            where,
            "    " + PLACE,
            waits,
            where,
            "  its stack is not known");
    assertThat(texts(DeadlocksView.lines(List.of(), list(), 200, Symbols.UNICODE)))
        .containsExactly("nobody waits in a circle: 5,002 wait, looked into 120 of 5,002");
  }

  @Test
  void aTaskThatDoesNotWaitHasNoLines() {
    assertThat(TaskWaitView.lines(TaskWait.none("it runs"), 80, Symbols.UNICODE)).isEmpty();
    TaskWait wait = new TaskWait(WAIT, "", List.of(PLACE), List.of());
    assertThat(texts(TaskWaitView.lines(wait, 200, Symbols.UNICODE)))
        .containsExactly(
            "",
            "v7 `GET /pay` waits 3.20s for r1 (ReentrantLock), which t17 `teller` has (for 50.00ms at"
                + " least)",
            "  ReentrantLock.tryLock, called at " + PLACE,
            "  timed=true remaining=1s",
            "    " + PLACE,
            "t17 `teller`, which has r1",
            "    its stack is not known: it may run, or have ended");
  }

  @Test
  void whereNobodyHasLookedIsSaid() {
    Contention seen = new Contention("r1", "lock", "ReentrantLock", "", "", 3, 9_000 * MS, MS);
    assertThat(texts(ResourcesView.contention(List.of(seen), 200, Symbols.UNICODE)).getLast())
        .isEqualTo("r1  lock  ReentrantLock  –       (not looked into)      3      9s      1ms");
    assertThat(texts(ResourcesView.contention(List.of(), 200, Symbols.UNICODE)))
        .containsExactly("no wait was seen");
  }

  @Test
  void whatIsUnknownIsLeftOutOfJson() {
    assertThat(RecordJson.of(PART))
        .isEqualTo(
            Map.of(
                "id",
                "r2",
                "parent",
                "r1",
                "kind",
                "condition",
                "internal",
                true,
                "ageNanos",
                0L,
                "totalNanos",
                90_000 * MS,
                "waiterCount",
                2L,
                "lookedIntoCount",
                0L,
                "attributes",
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 60, 80, 120, 300})
  void noLineIsWiderThanTheScreen(int width) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(ResourcesView.resources(list(LOCK, PART), width, Symbols.UNICODE));
    lines.addAll(ResourceView.lines(detail(), width, Symbols.UNICODE));
    lines.addAll(ResourcesView.waits(List.of(WAIT), false, width, Symbols.UNICODE));
    lines.addAll(
        TaskWaitView.lines(
            new TaskWait(WAIT, "", List.of(PLACE), List.of(PLACE)), width, Symbols.UNICODE));
    assertThat(texts(lines)).allMatch(line -> DisplayWidth.of(line) <= width || width < 2);
  }
}
