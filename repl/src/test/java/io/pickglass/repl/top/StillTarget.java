package io.pickglass.repl.top;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import io.pickglass.model.Resource;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceList;
import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.model.TaskStack;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import io.pickglass.model.Warning;
import io.pickglass.model.Worker;
import io.pickglass.repl.Intervals;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Resources;
import io.pickglass.repl.target.StillResources;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.WarningsAnswer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A target with two monitors, two runtimes, four tasks and a lock, in which nothing ever moves. */
final class StillTarget {
  static final long NOW = Intervals.EPOCH.plusSeconds(61).toEpochMilli();
  private static final long MS = 1_000_000;
  private static final int INTERVALS = 60;
  private static final Names NAMES =
      new Names(List.of("http", "mail"), List.of("pool", "virtual-threads"));

  static final TaskRow WAITING =
      Console.task("v12", "idle", "GET /orders", 90_000 * MS, 4 * MS, 31);
  private static final TaskRow READY =
      Console.task("v19", "scheduled", "POST /orders", 2_000 * MS, 30_000, 2);
  private static final TaskRow BUSY =
      Console.task("v15", "running", "漢字のタスク", 250 * MS, 200 * MS, 1);
  private static final TaskRow OVER = Console.task("x3", "failed", "mail", 999_999, 1_000, 2);
  private static final List<TaskRow> TASKS = List.of(WAITING, READY, BUSY, OVER);
  private static final Warning WARNING =
      Console.warning("1 task of http has run for 100 ms or longer without a pause", "v15");

  private static final Resource LOCK =
      new Resource(
          "r7",
          "r1",
          "lock",
          "ReentrantLock",
          "java.base/java.util.concurrent.locks",
          true,
          "ReentrantLock.lock",
          "com.example.shop.Till.pay(Till.java:42)",
          "",
          50_000 * MS,
          -1,
          2,
          2,
          36_000 * MS,
          "t35",
          "teller",
          40_000 * MS,
          List.of("holds=1", "fair=false"));

  private StillTarget() {}

  static Target target() {
    return (Target)
        Proxy.newProxyInstance(
            StillTarget.class.getClassLoader(),
            new Class<?>[] {Target.class},
            (_, method, arguments) -> answer(method.getName(), arguments));
  }

  private static Object answer(String question, Object[] arguments) {
    return switch (question) {
      case "name" -> "orders:9010";
      case "isLive" -> true;
      case "describe" ->
          new Info("0.1", 1, "EXACT", "", "", "10:00", NAMES, Switches.ON, 1_000, 120, INTERVALS);
      case "names" -> NAMES;
      case "warnings" -> new WarningsAnswer(List.of(WARNING), List.of());
      case "pastWarnings" -> List.of();
      case "tasks" -> tasks((String) arguments[0]);
      case "task" -> detail();
      case "evidence" -> evidence();
      case "resources" -> resources();
      case "workers" -> workers();
      case "intervals" -> page((Subject) arguments[0], names(arguments[1]));
      default -> throw new IllegalArgumentException(question);
    };
  }

  private static List<String> names(Object argument) {
    return ((List<?>) argument).stream().map(String::valueOf).toList();
  }

  private static TaskList tasks(String query) {
    List<TaskGroup> groups =
        List.of(
            new TaskGroup("http", 3, 1, 1, 1, 0, 92_250 * MS, 204 * MS, 9_225 * MS, 82 * MS, 34),
            new TaskGroup("", 1, 0, 0, 0, 1, 999_999, 1_000, 100_000, 898_999, 2));
    boolean grouped = query.contains("group ");
    return new TaskList(
        query,
        NOW,
        3,
        1,
        0,
        4,
        1,
        1,
        1,
        0,
        grouped ? List.of() : TASKS,
        grouped ? groups : List.of());
  }

  /** 98 polls of about a millisecond, and one of a second. */
  private static Histogram polls() {
    long[] counts = new long[Buckets.COUNT];
    counts[Buckets.indexOf(MS)] = 90;
    counts[Buckets.indexOf(2 * MS)] = 8;
    counts[Buckets.indexOf(1_000 * MS)] = 1;
    return Histogram.of(0, counts);
  }

  private static TaskDetail detail() {
    Spread spread = Spread.of(polls(), 1_000 * MS);
    return new TaskDetail(WAITING, NOW - 10_000, spread, Spread.NONE, List.of(), List.of(READY), 1);
  }

  private static TaskEvidence evidence() {
    return new TaskEvidence(
        TaskStack.none("v12", "it waits"),
        List.of(),
        List.of(),
        List.of("this task has waited for a lock for 36 s"));
  }

  private static Wait waiting() {
    return new Wait(
        "v12",
        "v7",
        "GET /orders",
        "http",
        "r7",
        "ReentrantLock",
        "ReentrantLock.lock",
        "com.example.shop.Till.pay(Till.java:42)",
        "t35",
        "teller",
        40_000 * MS,
        36_000 * MS,
        90_000 * MS,
        4 * MS,
        89_000 * MS,
        31,
        List.of());
  }

  private static Resources resources() {
    return StillResources.of(
        new ResourceList("", NOW, 2, 2, 1, 0, List.of(), List.of(LOCK)),
        new ResourceDetail(LOCK, List.of(waiting()), 2, 60_000 * MS, 36_000 * MS),
        new TaskWait(
            waiting(),
            "",
            List.of("com.example.shop.Till.pay(Till.java:42)"),
            List.of("com.example.shop.Teller.serve(Teller.java:7)")),
        List.of(waiting()));
  }

  private static List<Worker> workers() {
    return List.of(
        new Worker(
            0, "pool-1", 31, "RUNNABLE", "http", "#15", 200 * MS, 7, 300 * MS, 3, 1, 2, 4, MS, 9),
        new Worker(1, "pool-2", 32, "WAITING", "", "", 0, 5, 20 * MS, 6, 0, 1, 0, 2 * MS, 8));
  }

  private static Page page(Subject subject, List<String> names) {
    Map<String, List<Interval<?>>> all = new LinkedHashMap<>();
    for (String name : names) {
      List<Interval<?>> intervals = new ArrayList<>();
      for (int i = 1; i <= INTERVALS; i++) {
        intervals.add(subject == Subject.MONITOR ? monitor(name, i) : runtime(name, i));
      }
      all.put(name, intervals);
    }
    return new Page("10:00", INTERVALS, 1_000, 120, Switches.ON, all);
  }

  private static Interval<?> monitor(String name, int at) {
    return Intervals.interval(
        name,
        at,
        TaskMetric.FAST_POLL_COUNT,
        at * 10L,
        TaskMetric.FAST_POLL_NANOS,
        at * 10L * MS,
        TaskMetric.SLOW_POLL_COUNT,
        1L,
        TaskMetric.SLOW_POLL_NANOS,
        70 * MS,
        TaskMetric.MAX_POLL_NANOS,
        70 * MS,
        TaskMetric.POLL_COUNT,
        at * 10L + 1,
        TaskMetric.MEAN_POLL_NANOS,
        MS,
        TaskMetric.MEAN_SCHEDULED_NANOS,
        at % 9 * 1_000L,
        TaskMetric.LIVE_COUNT,
        3L);
  }

  private static Interval<?> runtime(String name, int at) {
    return Intervals.runtime(
        name,
        at,
        RuntimeMetric.WORKER_COUNT,
        2,
        RuntimeMetric.BUSY_RATIO,
        at / 100.0,
        RuntimeMetric.QUEUE_DEPTH,
        at % 7);
  }
}
