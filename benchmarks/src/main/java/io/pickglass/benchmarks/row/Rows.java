package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.row.Reading.Amount;
import io.pickglass.benchmarks.row.Reading.Difference;
import io.pickglass.benchmarks.row.Reading.Flatness;
import io.pickglass.benchmarks.row.Reading.Ratio;
import io.pickglass.benchmarks.row.Row.Axis;
import io.pickglass.benchmarks.run.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The list of all rows. */
public final class Rows {
  private static final String PLAIN = "PLAIN";
  private static final String WATCHED = "WATCHED";

  private static final Difference NANOS = new Difference("nanos", WATCHED, PLAIN);
  private static final Difference BYTES = new Difference("bytes", WATCHED, PLAIN);
  private static final Flatness FLATNESS = new Flatness("nanos", WATCHED, PLAIN);

  private static final Map<String, String> NAMES =
      Map.of(
          "ADDER", "a bare LongAdder",
          "TIMER", "Micrometer's Timer",
          "MICROMETER", "Micrometer's TimedExecutorService",
          "DROPWIZARD", "Dropwizard's InstrumentedExecutorService");

  private static final List<Row> ALL =
      Stream.of(
              polls(),
              memory(),
              executors(),
              AgentRows.tasks(),
              AgentRows.service(),
              off(),
              ticks(),
              ListRows.all(),
              TopRows.all(),
              ConsoleRows.all(),
              AgentRows.starts(),
              growth())
          .flatMap(List::stream)
          .toList();

  private Rows() {}

  /** All of them, in the order in which they are shown. */
  public static List<Row> all() {
    return ALL;
  }

  /** Those that a quick look runs. */
  public static List<Row> quick() {
    return ALL.stream().filter(row -> row.curve() == null && isQuick(row)).toList();
  }

  private static boolean isQuick(Row row) {
    return Stream.of("P6", "P8", "P11", "P12", "P13", "P15", "P16", "P17").noneMatch(row::isPartOf);
  }

  /** Those of that id: one, or one and its parts; empty if there are none. */
  public static List<Row> of(String id) {
    return ALL.stream().filter(row -> row.isPartOf(id)).toList();
  }

  private static List<Row> polls() {
    return List.of(
        Row.of(
            "P1",
            "yield poll of a virtual thread, one carrier",
            Aim.atMost(65),
            Unit.NANOS,
            Plans.YIELD,
            NANOS,
            "64 virtual threads yield all the time."),
        Row.of(
            "P2",
            "park/unpark poll of a virtual thread, one carrier",
            Aim.atMost(100),
            Unit.NANOS,
            Plans.PARK,
            NANOS,
            "64 virtual threads in rings of 8: each is woken, wakes the next and parks."),
        Row.of(
            "P3",
            "start and end of an empty virtual thread, one carrier",
            Aim.atMost(150),
            Unit.NANOS,
            Plans.START,
            NANOS,
            "A virtual thread starts 100 others and joins them; they enter and leave the table of"
                + " live tasks."),
        Row.of(
            "P3.objects",
            "objects made more for each watched thread",
            Aim.atMost(1),
            Unit.COUNT,
            Plans.OBJECTS,
            new Difference("objects", WATCHED, PLAIN),
            "Objects of ours and of the JDK's threads in a heap histogram before and after 50,000"
                + " threads, nothing collected between."),
        Row.of(
            "P3.binder",
            "the same beside Micrometer's virtual-thread binder",
            null,
            Unit.NANOS,
            Plans.START_BESIDE_PEERS,
            new Difference("nanos", "BINDER", PLAIN),
            "VirtualThreadMetrics of micrometer-java21 is bound; it is told of pinning and of"
                + " refused submissions only."),
        Row.of(
            "P3.jfr",
            "the same beside JFR streaming start and end",
            null,
            Unit.NANOS,
            Plans.START_BESIDE_PEERS,
            new Difference("nanos", "JFR", PLAIN),
            "A RecordingStream of jdk.VirtualThreadStart and End; what its own threads use is not"
                + " counted."),
        Row.of(
            "P4",
            "yield poll on all carriers: one monitor ÷ one for each carrier",
            Aim.atMost(1.1),
            Unit.NANOS,
            Plans.SHARED,
            new Ratio("nanos", WATCHED, List.of("APART")),
            "64 virtual threads yield on as many carriers as there are processors."),
        Row.of(
            "P4.threads",
            "a poll by platform threads: one monitor ÷ one for each thread",
            Aim.atMost(1.1),
            Unit.NANOS,
            Plans.SHARED_BY_THREADS,
            new Ratio("nanos", "TOGETHER", List.of("APART")),
            "As many platform threads as there are processors, each with a TaskHandle of its own."));
  }

  private static List<Row> memory() {
    return List.of(
        Row.of(
            "P5",
            "allocation of a yield poll",
            Aim.atMost(0),
            Unit.BYTES,
            Plans.YIELD,
            BYTES,
            "What the carrier has allocated, as in P1."),
        Row.of(
            "P5.park",
            "allocation of a park/unpark poll",
            Aim.atMost(0),
            Unit.BYTES,
            Plans.PARK,
            BYTES,
            "What the carrier has allocated, as in P2."),
        Row.of(
            "P5.timed",
            "allocation of a timed wait: one small object",
            Aim.atMost(40),
            Unit.BYTES,
            Plans.TIMED_PARK,
            BYTES,
            "64 virtual threads wait for 1 ns each."),
        Row.of(
            "P6",
            "memory of a live watched task, its place in the table included",
            Aim.atMost(160),
            Unit.BYTES,
            Plans.PARKED,
            BYTES,
            "All live objects in a heap histogram while 100,000 virtual threads are parked, for"
                + " each."),
        Row.of(
            "P6.million",
            "1,000,000 parked tasks watched on a heap of 4 GiB: live bytes",
            Aim.atMost(4_096),
            Unit.MEBIBYTES,
            Plans.A_MILLION_PARKED,
            new Amount("heap", WATCHED),
            "The same with -Xmx4g and ten times as many, all of them seen waiting."));
  }

  private static List<Row> executors() {
    List<String> peers = List.of("MICROMETER", "DROPWIZARD");
    return Stream.of(
            Stream.of(
                Row.of(
                    "P7",
                    "executor task, pool of one thread: watched ÷ the better peer",
                    Aim.atMost(0.7),
                    Unit.NANOS,
                    Plans.POOL,
                    new Ratio("nanos", WATCHED, peers),
                    "1,000 empty tasks are handed over and waited for; processor time of both"
                        + " threads for each. Peers:"
                        + " Micrometer's TimedExecutorService, Dropwizard's"
                        + " InstrumentedExecutorService.")),
            peers("P7.pool", "the same pool", Plans.POOL),
            Stream.of(
                Row.of(
                    "P7.caller",
                    "executor task in the caller's thread: watched ÷ the better peer",
                    Aim.atMost(0.7),
                    Unit.NANOS,
                    Plans.CALLER,
                    new Ratio("nanos", WATCHED, peers),
                    "The same over an executor that runs each task at once: what is left is the"
                        + " watching.")),
            peers("P7.caller", "the caller's thread", Plans.CALLER))
        .flatMap(rows -> rows)
        .toList();
  }

  /** What each of those costs who are no aim, or are one together. */
  private static Stream<Row> peers(String id, String where, Plan plan) {
    return Stream.of("ADDER", "TIMER", "MICROMETER", "DROPWIZARD")
        .map(peer ->
            Row.of(
                id + "." + peer.toLowerCase(Locale.ROOT),
                "executor task, " + where + ": " + NAMES.get(peer) + " − nothing",
                null,
                Unit.NANOS,
                plan,
                new Difference("nanos", peer, "NOTHING"),
                "As in P7."));
  }

  private static List<Row> off() {
    return List.of(
        off("P9", "yield poll", Plans.YIELD, "PLAIN"),
        off("P9.park", "park/unpark poll", Plans.PARK, "PLAIN"),
        off("P9.start", "start and end of a virtual thread", Plans.START, "PLAIN"),
        off("P9.executor", "executor task, pool of one thread", Plans.POOL, "NOTHING"));
  }

  private static Row off(String id, String what, Plan plan, String plain) {
    return Row.of(
        id,
        what + ": watched but switched off ÷ plain",
        Aim.atMost(1.02),
        Unit.NANOS,
        plan,
        new Ratio("nanos", "OFF", List.of(plain)),
        "The monitor is off before the tasks begin.");
  }

  private static List<Row> ticks() {
    return List.of(
        Row.of(
            "P10",
            "a tick of 1,000 active monitors",
            Aim.atMost(3),
            Unit.MILLIS,
            Plans.TICKS,
            new Amount("nanos", "ACTIVE"),
            "4 tasks of 5 polls end in each monitor in each interval, 120 of which are kept;"
                + " processor time of the sampler's thread."),
        Row.of(
            "P10.runtimes",
            "a tick of 50 runtimes",
            Aim.atMost(1),
            Unit.MILLIS,
            Plans.TICKS_OF_RUNTIMES,
            new Amount("nanos", "WATCHED"),
            "The scheduler, 25 ForkJoinPools and 24 thread pools with up to 4 threads each, all of"
                + " which had a task in the interval; processor time of the sampler's thread."),
        Row.of(
            "P10.garbage",
            "what a tick allocates for each monitor and nobody keeps",
            Aim.atMost(0),
            Unit.BYTES,
            Plans.TICKS,
            new Amount("garbage", "ACTIVE"),
            "What the thread has allocated, without what an interval is on the heap."),
        Row.of(
            "P10.memory",
            "memory of 1,000 monitors × 64 carriers and 120 intervals",
            Aim.atMost(64),
            Unit.MEBIBYTES,
            Plans.TICKS_OF_MANY_LANES,
            new Amount("heap", "ACTIVE"),
            "Live objects in a heap histogram; each of the four histograms spans six octaves in"
                + " each cell."),
        Row.of(
            "P10.idle",
            "what 120 intervals add to a monitor without tasks",
            Aim.atMost(0),
            Unit.BYTES,
            Plans.TICKS_OF_NOTHING,
            new Amount("kept", "IDLE"),
            "Live objects in a heap histogram, for each of 1,000 monitors."));
  }

  private static List<Row> growth() {
    return List.of(
        growth(
            "G1",
            "tasks that yield, on one carrier",
            List.of(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000),
            Plans::yieldOf),
        growth(
            "G2",
            "live tasks that wait, while 64 yield",
            List.of(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000),
            Plans::yieldBeside),
        growth(
            "G3",
            "monitors, of 1,000 tasks that yield",
            List.of(1, 10, 100, 1_000),
            Plans::yieldUnder),
        growth(
            "G4", "carriers, under 64 tasks that yield", List.of(1, 2, 4, 8, 16), Plans::yieldOn));
  }

  private static Row growth(String id, String over, List<Integer> points, IntFunction<Plan> plan) {
    return new Row(
        id,
        "yield poll over the number of " + over + ": dearest ÷ cheapest difference",
        Aim.atMost(1.5),
        Unit.NANOS,
        Plans.curve(points, plan),
        FLATNESS,
        "Watched − plain at each point; flat is 1.",
        new Axis(over, points));
  }
}
