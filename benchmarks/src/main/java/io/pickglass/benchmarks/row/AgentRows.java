package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.row.Reading.Amount;
import io.pickglass.benchmarks.row.Reading.Confident;
import io.pickglass.benchmarks.row.Reading.Difference;
import io.pickglass.benchmarks.run.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the agent. */
final class AgentRows {
  private static final String AGENT = "AGENT";
  private static final String PLAIN = "PLAIN";

  private static final String SUBMITTED = ", submitted to an executor of them";

  private static final String INTERVAL =
      " In brackets the interval that has the median with a confidence of 95 %.";

  private AgentRows() {}

  static List<Row> tasks() {
    return List.of(
        Row.of(
            "P7.agent",
            "executor task, pool of one thread: the agent − nothing",
            null,
            Unit.NANOS,
            Plans.AGENT_POOL,
            new Difference("nanos", AGENT, "NOTHING"),
            "As in P7, in two processes that take turns, of which one has the agent; the program is"
                + " the same."));
  }

  static List<Row> service() {
    return List.of(
        service(
            "P8",
            "requests per second of a service at full load: with the agent ÷ without",
            Aim.atLeast(0.98),
            Unit.PER_SECOND,
            "perSecond",
            "What the demo does, as a program without Pickglass: the JDK's HTTP server with a"
                + " virtual thread for each request, and H2. Two processes of it, one with the"
                + " agent, take turns; each is asked by 8 connections without a pause, from a third"
                + " process."),
        service(
            "P8.p50",
            "the time of half of its requests, with the agent ÷ without",
            null,
            Unit.MILLIS,
            "p50",
            "As in P8."),
        service(
            "P8.p99",
            "the time of all but a hundredth of its requests, with the agent ÷ without",
            Aim.atMost(1.03),
            Unit.MILLIS,
            "p99",
            "As in P8."));
  }

  private static Row service(
      String id, String what, @Nullable Aim aim, Unit unit, String value, String how) {
    Reading reading = new Confident(value, AGENT, PLAIN);
    return Row.of(id, what, aim, unit, Plans.SERVICE, reading, how + INTERVAL);
  }

  static List<Row> starts() {
    return List.of(
        Row.of(
            "P17",
            "start of a JVM to the end of an empty main method: with the agent − without",
            Aim.atMost(150),
            Unit.MILLIS,
            Plans.START_UPS,
            new Difference("nanos", AGENT, PLAIN),
            "By the clock on the wall, of processes one after the other; class-data sharing as the"
                + " JDK comes with it."),
        Row.of(
            "P17.jvm",
            "the same, of an agent that does nothing",
            null,
            Unit.MILLIS,
            Plans.START_UPS,
            new Difference("nanos", "EMPTY", PLAIN),
            "What the JVM itself takes for having an agent."),
        Row.of(
            "P17.attach",
            "attached to a JVM that runs: until its mode of tracking can be read from outside",
            Aim.atMost(500),
            Unit.MILLIS,
            Plans.ATTACHMENTS,
            new Amount("nanos", "ATTACHED"),
            "From the order to load the agent, of a new JVM each time; the connections for the"
                + " order and for JMX are open before."),
        start("P17.start", Plans.AGENT_START, Aim.atMost(150), "WATCHED", ""),
        start("P17.start.plain", Plans.AGENT_START, null, PLAIN, ""),
        start("P17.submit", Plans.AGENT_SUBMIT, Aim.atMost(150), "WATCHED", SUBMITTED),
        start("P17.submit.plain", Plans.AGENT_SUBMIT, null, PLAIN, SUBMITTED));
  }

  private static Row start(String id, Plan plan, @Nullable Aim aim, String other, String how) {
    return Row.of(
        id,
        "start and end of an empty virtual thread%s, one carrier: the agent − %s"
            .formatted(how, other.equals(PLAIN) ? "nothing" : "the library"),
        aim,
        Unit.NANOS,
        plan,
        new Difference("nanos", AGENT, other),
        how.isEmpty()
            ? "As in P3, in processes that take turns; the library by TaskMonitor.start, the agent"
                + " by Thread.startVirtualThread."
            : "The same by submit of Executors.newVirtualThreadPerTaskExecutor, or of the monitor's"
                + " newThreadPerTaskExecutor; the class of the task is found inside of two"
                + " wrappers.");
  }
}
