package io.pickglass.repl.view;

import static io.pickglass.catalog.RuntimeMetric.*;
import static io.pickglass.repl.Intervals.runtime;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.Worker;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeViewsTest {
  private static final RuntimeInterval SCHEDULER =
      runtime(
          "virtual-threads",
          17,
          WORKER_COUNT,
          2,
          POOL_SIZE,
          3,
          ACTIVE_COUNT,
          4,
          QUEUE_DEPTH,
          200,
          STARVATION_NANOS,
          972_000_000,
          POLL_COUNT,
          60,
          BUSY_NANOS,
          1_980_000_000,
          BUSY_RATIO,
          0.99,
          MEAN_POLL_NANOS,
          33_000_000,
          MIN_WORKER_POLL_COUNT,
          20,
          MAX_WORKER_POLL_COUNT,
          40,
          CPU_NANOS,
          17_000_000,
          ALLOCATED_BYTES,
          5_190_000,
          LIVE_TASK_COUNT,
          202,
          STEAL_COUNT,
          7,
          DELAYED_COUNT,
          8);

  /** A pool none of whose tasks is watched. */
  private static final RuntimeInterval POOL =
      runtime(
          "mail",
          17,
          WORKER_COUNT,
          1,
          POOL_SIZE,
          1,
          ACTIVE_COUNT,
          1,
          QUEUE_DEPTH,
          0,
          STARVATION_NANOS,
          0,
          POLL_COUNT,
          0,
          BUSY_NANOS,
          0,
          BUSY_RATIO,
          0.0,
          MEAN_POLL_NANOS,
          0,
          COMPLETED_COUNT,
          30);

  private static final Worker BUSY =
      new Worker(
          0,
          "ForkJoinPool-1-worker-2",
          31,
          "TIMED_WAITING",
          "plugins",
          "#77",
          640_000_000,
          12,
          3_000_000_000L,
          9,
          2,
          6,
          5,
          17_000_000,
          64_000);

  private static final Worker UNKNOWN =
      new Worker(1, "mail-1", 32, "WAITING", "", "", 0, -1, -1, 3, -1, -1, -1, -1, -1);

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private static final Kinds KINDS =
      new Kinds(Map.of("virtual-threads", "VIRTUAL_THREADS", "mail", "THREAD_POOL"));

  private static List<String> runtimes(int width) {
    List<RuntimeInterval> both = List.of(POOL, SCHEDULER);
    return texts(
        SubjectsView.lines(
            Subject.RUNTIME, both, "now", Switches.ON, KINDS, width, Symbols.UNICODE));
  }

  @Test
  void runtimesAreALineEach() {
    assertThat(runtimes(150))
        .containsExactly(
            "now",
            "runtime          kind         workers  pool  active  queue  starved  busy%  live  polls  poll  done   cpu  parks  steals  moves  extra  later",
            "mail             thread pool        1     1       1      0      0ns      –     –      0     –    30     –      –       –      –      –      –",
            "virtual-threads  scheduler          2     3       4    200    972ms  99.0%   202     60  33ms     –  17ms      –       7      –      –      8");
  }

  @Test
  void aKindThatIsNotToldIsAbsentAndAnUnknownOneStandsAsItIs() {
    Kinds kinds = new Kinds(Map.of("a", "FORK_JOIN_POOL", "b", "EVENT_LOOP"));
    assertThat(Stream.of("a", "b", "c").map(kinds::brief))
        .containsExactly("fork-join", "EVENT_LOOP", "");
    assertThat(Stream.of("a", "b", "c").map(kinds::text))
        .containsExactly("ForkJoinPool", "EVENT_LOOP", "");
    assertThat(
            texts(
                    SubjectsView.lines(
                        Subject.RUNTIME,
                        List.of(POOL),
                        "now",
                        Switches.ON,
                        Kinds.NONE,
                        200,
                        Symbols.ASCII))
                .get(2))
        .startsWith("mail     -           1 ");
    assertThat(IntervalJson.of(POOL, Switches.ON, KINDS)).containsEntry("kind", "THREAD_POOL");
    assertThat(IntervalJson.of(POOL, Switches.ON, Kinds.NONE)).doesNotContainKey("kind");
  }

  @Test
  void whetherItIsOverloadedStaysOnNarrowScreens() {
    assertThat(runtimes(80).get(1).split(" +"))
        .containsExactly(
            "runtime", "workers", "pool", "active", "queue", "starved", "busy%", "polls", "poll",
            "cpu");
    assertThat(runtimes(40).get(1).split(" +"))
        .containsExactly("runtime", "active", "queue", "starved");
  }

  @Test
  void aRuntimeHasNoSwitch() {
    Switches off = new Switches(false, Set.of("mail"));
    assertThat(
            texts(
                SubjectsView.lines(
                    Subject.RUNTIME, List.of(POOL), "now", off, Kinds.NONE, 150, Symbols.UNICODE)))
        .isEqualTo(
            texts(
                SubjectsView.lines(
                    Subject.RUNTIME,
                    List.of(POOL),
                    "now",
                    Switches.ON,
                    Kinds.NONE,
                    150,
                    Symbols.UNICODE)));
    TailView tail =
        new TailView(
            Subject.RUNTIME, List.of("mail"), IntervalColumns.OF_RUNTIMES, 60, Symbols.UNICODE);
    assertThat(tail.row(POOL, off)).isEqualTo(tail.row(POOL, Switches.ON));
    assertThat(IntervalJson.of(POOL, off, KINDS)).doesNotContainKey(IntervalJson.ENABLED);
  }

  @Test
  void noRuntimesIsASentence() {
    assertThat(
            texts(
                SubjectsView.lines(
                    Subject.RUNTIME,
                    List.of(),
                    "now",
                    Switches.ON,
                    Kinds.NONE,
                    120,
                    Symbols.UNICODE)))
        .containsExactly(
            "no runtimes: the program has not called Pickglass.start(), or its Pickglass is older than they are");
  }

  @Test
  void runtimesAreSortedByEachColumn() {
    List<RuntimeInterval> both = List.of(POOL, SCHEDULER);
    assertThat(both.stream().sorted(SubjectsView.order(Subject.RUNTIME, "queue").orElseThrow()))
        .containsExactly(SCHEDULER, POOL);
    assertThat(SubjectsView.sortKeys(Subject.RUNTIME)).contains("runtime", "starved", "busy%");
    assertThat(SubjectsView.order(Subject.RUNTIME, "ready")).isEmpty();
  }

  @Test
  void everyMetricIsShownOnce() {
    assertThat(RuntimeSummaryView.shown()).containsExactlyInAnyOrder(RuntimeMetric.values());
  }

  @Test
  void oneScreenShowsWhatWorkersDidAndTheRestByName() {
    assertThat(
            texts(
                ShowView.lines(
                    SCHEDULER,
                    "interval 17",
                    Switches.ON,
                    ShowView.Form.SUMMARY,
                    80,
                    Symbols.UNICODE)))
        .containsExactly(
            "virtual-threads, interval 17: 1.00s from 2026-01-02T03:04:22Z",
            "           all workers  least  most",
            "polls               60     20    40",
            "busy             1.98s      –     –",
            "mean poll      33.00ms      –     –",
            "threads: workerCount 2, poolSize 3, activeCount 4",
            "waiting: queueDepth 200, delayedCount 8, starvationNanos 972.00ms",
            "tasks: liveTaskCount 202, stealCount 7",
            "cost: busyRatio 99.00%, cpuNanos 17.00ms, allocatedBytes 5.19MB");
    assertThat(ShowView.lines(POOL, "x", Switches.ON, ShowView.Form.LIST, 80, Symbols.ASCII))
        .hasSize(1 + RuntimeMetric.values().length);
  }

  @Test
  void workersAreALineEachWithWhatTheyDoNow() {
    assertThat(
            texts(
                WorkersView.lines("virtual-threads", List.of(BUSY, UNKNOWN), 130, Symbols.UNICODE)))
        .containsExactly(
            "virtual-threads: what each does now; counts are since it is watched",
            "worker                   state          task           for  polls  busy  parks  noops  steals  queue   cpu  alloc",
            "ForkJoinPool-1-worker-2  TIMED_WAITING  plugins #77  640ms     12    3s      9      2       6      5  17ms   64kB",
            "mail-1                   WAITING        –                –      –     –      3      –       –      –     –      –");
    assertThat(texts(WorkersView.lines("a", List.of(BUSY), 80, Symbols.ASCII)).get(1).split(" +"))
        .containsExactly("worker", "state", "task", "for", "polls", "busy", "cpu");
  }

  @Test
  void workersThatCannotBeToldAreASentence() {
    assertThat(texts(WorkersView.lines("mail", List.of(), 200, Symbols.UNICODE)))
        .containsExactly(
            "mail has no thread now, or they cannot be told: those of a ThreadPoolExecutor only with --add-opens java.base/java.util.concurrent=ALL-UNNAMED");
  }

  @Test
  void workersAreSortedByEachColumn() {
    List<Worker> both = List.of(UNKNOWN, BUSY);
    assertThat(both.stream().sorted(WorkersView.order("for").orElseThrow()))
        .containsExactly(BUSY, UNKNOWN);
    assertThat(both.stream().sorted(WorkersView.order("worker").orElseThrow()))
        .containsExactly(BUSY, UNKNOWN);
    assertThat(WorkersView.order("size")).isEmpty();
  }

  @Test
  void aWorkerInJsonTellsOnlyWhatIsKnown() {
    assertThat(WorkerJson.of("mail", UNKNOWN).toString())
        .isEqualTo(
            "{runtime=mail, index=1, threadName=mail-1, threadId=32, state=WAITING, parkCount=3}");
    assertThat(WorkerJson.of("a", BUSY).keySet())
        .containsExactly(
            "runtime",
            "index",
            "threadName",
            "threadId",
            "state",
            "monitor",
            "task",
            "taskNanos",
            "pollCount",
            "busyNanos",
            "parkCount",
            "noopCountAtLeast",
            "stealCount",
            "localQueueDepth",
            "cpuNanos",
            "allocatedBytes");
  }

  @Test
  void bytesAreReadable() {
    assertThat(Stream.of(0.0, 999.0, 1_000.0, 999_499.0, 999_500.0, 5e9, 9.2e18).map(Bytes::brief))
        .containsExactly("0B", "999B", "1kB", "999kB", "1MB", "5GB", "9EB");
    assertThat(Stream.of(-1_500.0, 12.0, 999_999.0).map(Bytes::detailed))
        .containsExactly("-1.50kB", "12B", "1.00MB");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 40, 500})
  void everyViewFitsEveryWidth(int width) {
    Object[] values =
        Arrays.stream(RuntimeMetric.values())
            .flatMap(m -> Stream.of(m, m.unit().isFraction() ? (Number) 1.0 : Long.MAX_VALUE))
            .toArray();
    Interval<?> greatest = runtime("a", 1, values);
    List<Line> all = new ArrayList<>();
    for (Symbols symbols : List.of(Symbols.UNICODE, Symbols.ASCII)) {
      for (Interval<?> one : List.of(greatest, POOL, SCHEDULER)) {
        all.addAll(
            SubjectsView.lines(
                Subject.RUNTIME, List.of(one), "x", Switches.ON, Kinds.NONE, width, symbols));
        for (ShowView.Form form : ShowView.Form.values()) {
          all.addAll(ShowView.lines(one, "x", Switches.ON, form, width, symbols));
        }
        DiffView.Side side = new DiffView.Side("1", one);
        all.addAll(DiffView.lines(side, side, true, true, Unjudged::judge, width, symbols));
      }
      all.addAll(WorkersView.lines("a", List.of(BUSY, UNKNOWN), width, symbols));
      all.addAll(WorkersView.lines("a", List.of(), width, symbols));
    }
    assertThat(texts(all)).allMatch(line -> line.length() <= width);
  }
}
