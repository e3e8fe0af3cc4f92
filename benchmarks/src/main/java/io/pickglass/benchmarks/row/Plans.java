package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.run.Plan;
import io.pickglass.benchmarks.work.Apart;
import io.pickglass.benchmarks.work.Attachments;
import io.pickglass.benchmarks.work.HandlePolls;
import io.pickglass.benchmarks.work.Listings;
import io.pickglass.benchmarks.work.MadeObjects;
import io.pickglass.benchmarks.work.Parked;
import io.pickglass.benchmarks.work.Polls;
import io.pickglass.benchmarks.work.PoolTasks;
import io.pickglass.benchmarks.work.Prompts;
import io.pickglass.benchmarks.work.Refreshes;
import io.pickglass.benchmarks.work.Requests;
import io.pickglass.benchmarks.work.RuntimeTicks;
import io.pickglass.benchmarks.work.StartUps;
import io.pickglass.benchmarks.work.Ticks;
import io.pickglass.benchmarks.work.WaitLists;
import java.util.List;
import java.util.function.IntFunction;

/** What is run for the rows. */
final class Plans {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  static final Plan YIELD = polls("YIELD", "PLAIN", "WATCHED", "OFF").carriers(1);
  static final Plan PARK = polls("PARK", "PLAIN", "WATCHED", "OFF").carriers(1);
  static final Plan TIMED_PARK = polls("TIMED_PARK", "PLAIN", "WATCHED").carriers(1);
  static final Plan START = polls("START", "PLAIN", "WATCHED", "OFF").with("tasks", 1).carriers(1);

  // Not together with the others: a recording leaves traces in its process.
  static final Plan START_BESIDE_PEERS =
      polls("START", "PLAIN", "BINDER", "JFR").with("tasks", 1).carriers(1);

  static final Plan SHARED = polls("YIELD", "WATCHED", "APART").carriers(PROCESSORS);
  static final Plan SHARED_BY_THREADS = Plan.of(HandlePolls.class, "TOGETHER", "APART");

  static final Plan OBJECTS =
      Plan.of(MadeObjects.class, "PLAIN", "WATCHED")
          .jvm("-XX:+UseSerialGC", "-Xmn1g", "-Xmx1500m")
          .batchSeconds(0.3);
  static final Plan PARKED =
      Plan.of(Parked.class, "PLAIN", "WATCHED").with("tasks", 100_000).batchSeconds(1);
  static final Plan A_MILLION_PARKED =
      Plan.of(Parked.class, "WATCHED").with("tasks", 1_000_000).jvm("-Xmx4g").batchSeconds(6);

  static final Plan LISTS =
      Plan.of(Listings.class, "TOTAL", "IDLE", "NAME", "GROUPED", "FILTERED")
          .jvm("-Xmx4g")
          .batchSeconds(1);

  static final Plan WAITS_FOR_FEW = waits(10);
  static final Plan WAITS_FOR_MANY = waits(100_000);

  static final Plan POOL = executor("POOL");
  static final Plan CALLER = executor("CALLER");

  static final Plan TICKS = Plan.of(Ticks.class, "ACTIVE").batchSeconds(1);
  static final Plan TICKS_OF_MANY_LANES =
      Plan.of(Ticks.class, "ACTIVE").with("lanes", 64).batchSeconds(3);
  static final Plan TICKS_OF_NOTHING = Plan.of(Ticks.class, "IDLE").batchSeconds(0.3);

  // Also the workers of thread pools, which is the dearer case.
  static final Plan TICKS_OF_RUNTIMES =
      Plan.of(RuntimeTicks.class, "WATCHED")
          .jvm("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
          .batchSeconds(0.3);

  // The agent is an option of a JVM: processes that take turns.
  static final Plan AGENT_POOL =
      Plan.of(Apart.class, "NOTHING", "AGENT").with("work", "POOL").beginningWith(2);
  static final Plan AGENT_START = agent("START");
  static final Plan AGENT_SUBMIT = agent("SUBMIT");
  static final Plan SERVICE =
      Plan.of(Requests.class, "PLAIN", "AGENT").longer(10).beginningWith(10);
  static final Plan START_UPS = Plan.of(StartUps.class, "PLAIN", "AGENT", "EMPTY").batchesTake(0.3);
  static final Plan ATTACHMENTS = Plan.of(Attachments.class, "ATTACHED").batchSeconds(1.5);

  static final Plan REFRESHES = atHome(Plan.of(Refreshes.class, "JMX", "JOLOKIA")).batchSeconds(1);
  static final Plan PROMPTS =
      atHome(Plan.of(Prompts.class, "PICKGLASS", "UNPREPARED", "JSHELL", "JMXTERM"))
          .batchSeconds(1.5)
          .beginningWith(8);

  private Plans() {}

  private static Plan waits(int blockers) {
    return Plan.of(WaitLists.class, "RESOURCES")
        .with("blockers", blockers)
        .jvm(
            "--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .batchSeconds(1);
  }

  /** Where our own scripts and agents are found. */
  private static Plan atHome(Plan plan) {
    return plan.jvm("-Dpickglass.home=" + System.getProperty("pickglass.home", "."));
  }

  private static Plan agent(String work) {
    return Plan.of(Apart.class, "PLAIN", "WATCHED", "AGENT").with("work", work).beginningWith(4);
  }

  private static Plan polls(String work, String... variants) {
    return Plan.of(Polls.class, variants).with("work", work);
  }

  private static Plan executor(String delegate) {
    return Plan.of(
            PoolTasks.class,
            "NOTHING",
            "ADDER",
            "TIMER",
            "MICROMETER",
            "DROPWIZARD",
            "WATCHED",
            "OFF")
        .with("delegate", delegate);
  }

  /** A curve: the yield poll, once for each point. */
  static List<Plan> curve(List<Integer> points, IntFunction<Plan> plan) {
    return points.stream().map(point -> plan.apply(point).inOneFork()).toList();
  }

  private static Plan yields() {
    return polls("YIELD", "PLAIN", "WATCHED");
  }

  static Plan yieldOf(int tasks) {
    Plan plan = yields().carriers(1).with("tasks", tasks).jvm("-Xmx4g");
    return tasks < 100_000 ? plan : plan.batchSeconds(tasks / 200_000.0);
  }

  static Plan yieldBeside(int idle) {
    return yields().carriers(1).with("idle", idle).jvm("-Xmx4g");
  }

  static Plan yieldUnder(int monitors) {
    return yields().carriers(1).with("monitors", monitors).with("tasks", 1_000);
  }

  static Plan yieldOn(int carriers) {
    return yields().carriers(carriers);
  }
}
