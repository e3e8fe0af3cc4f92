package io.pickglass.demo.service;

import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.demo.load.Load;
import io.pickglass.demo.load.LoadSettings;
import io.pickglass.demo.service.Sights.Sight;
import io.pickglass.demo.trouble.TroubleName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Where docs/why-are-my-tasks-slow.md says that the metrics point, there they point: each of its
 * troubles, with the load of the demo, until one interval shows what the page tells. Ratios and
 * orders of magnitude, so that a machine that is slow itself changes nothing.
 */
@Timeout(120)
class WhyAreMyTasksSlowTest {
  private static final Path PAGE = Path.of("..", "docs", "why-are-my-tasks-slow.md");
  private static final List<String> MONITORS =
      List.of("http", "root", "users.route", "users.insert", "plugins");
  private static final String SCHEDULER = "virtual-threads";
  private static final List<String> RUNTIMES = List.of(SCHEDULER, "doorman", "connections");
  private static final double RATE = 100;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private RunningService service;

  @BeforeEach
  void open() throws Exception {
    service = new RunningService();
  }

  @AfterEach
  void close() throws Exception {
    service.close();
  }

  @Test
  void everyTroubleOfThePageIsOneOfTheseAndEveryTroubleIsInThePage() throws Exception {
    Set<String> told =
        Pattern.compile("--trouble ([\\w,]+)")
            .matcher(Files.readString(PAGE))
            .results()
            .flatMap(found -> Arrays.stream(found.group(1).split(",")))
            .collect(Collectors.toSet());
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TroubleName.values()).map(TroubleName::label).toList());
  }

  @Test
  void aSectionThatIdlesAsLongAsItsTaskIsWhereItWaits() throws Exception {
    awaitSight(
        "users.insert idles as long as users.route",
        s ->
            s.get("users.insert", ENDED_COUNT) > 5
                && s.ratio("users.insert", IDLE_RATIO) > 0.8
                && s.get("users.insert", MEAN_IDLE_NANOS)
                    > 10 * s.get("users.insert", MEAN_POLL_NANOS)
                && s.get("users.insert", IDLE_NANOS) > 0.8 * s.get("users.route", IDLE_NANOS),
        TroubleName.POOL);
  }

  @Test
  void aTaskThatIdlesWhileItsSectionDoesNotWaitsBeforeTheSection() throws Exception {
    awaitSight(
        "users.route idles and users.insert does not",
        s ->
            s.ratio("users.route", IDLE_RATIO) > 0.8
                && s.get("users.route", IDLE_NOW_COUNT)
                    > 20 * (1 + s.get("users.insert", LIVE_COUNT))
                && s.get("users.insert", ENDED_COUNT) > 0
                && s.get("users.insert", IDLE_NANOS) < s.get("users.route", IDLE_NANOS) / 10,
        TroubleName.LOCK);
  }

  @Test
  void fewSlowPollsThatAreVeryLongAreTasksThatCompute() throws Exception {
    awaitSight(
        "few polls of root are slow and very long",
        s ->
            s.get("root", MAX_POLL_NANOS) >= Duration.ofMillis(290).toNanos()
                && s.get("root", MAX_POLL_NANOS) > 20 * s.get("root", P50_POLL_NANOS)
                && s.ratio("root", SLOW_POLL_RATIO) < 0.5
                && s.ratio("root", BUSY_RATIO) > 0.5,
        TroubleName.CPU);
  }

  @Test
  void tasksThatAreReadyAndDoNotRunWaitForWhoHoldsTheCarriers() throws Exception {
    awaitSight(
        "http is ready and does not run",
        s ->
            s.ratio("http", SCHEDULED_RATIO) > 0.8
                && s.get("http", SCHEDULED_NOW_COUNT) > 10
                && s.get("http", OLDEST_SCHEDULED_NANOS) > Duration.ofMillis(100).toNanos(),
        TroubleName.CARRIERS);
    awaitSight(
        "plugins has polls of a second",
        s -> s.get("plugins", MAX_POLL_NANOS) >= Duration.ofMillis(990).toNanos(),
        TroubleName.CARRIERS);
  }

  @Test
  void carriersThatAreBusyAndUseNoProcessorAreHeld() throws Exception {
    awaitSight(
        "the carriers are busy and use no processor",
        s ->
            s.fraction(SCHEDULER, RuntimeMetric.BUSY_RATIO) > 0.8
                && s.get(SCHEDULER, RuntimeMetric.CPU_NANOS)
                    < s.get(SCHEDULER, RuntimeMetric.BUSY_NANOS) / 5,
        TroubleName.CARRIERS);
    awaitSight(
        "what is ready is queued",
        s ->
            s.get(SCHEDULER, RuntimeMetric.QUEUE_DEPTH) > 10
                && s.get(SCHEDULER, RuntimeMetric.ACTIVE_COUNT)
                    >= s.get(SCHEDULER, RuntimeMetric.WORKER_COUNT),
        TroubleName.CARRIERS);
    awaitSight(
        "the probe is late",
        s ->
            s.get(SCHEDULER, RuntimeMetric.STARVATION_NANOS) > Duration.ofMillis(200).toNanos()
                && s.get("connections", RuntimeMetric.STARVATION_NANOS) == 0,
        TroubleName.CARRIERS);
  }

  @Test
  void carriersThatAreBusyAndComputeAreTooFew() throws Exception {
    awaitSight(
        500,
        "the carriers compute all the time and do not keep up",
        s ->
            s.fraction(SCHEDULER, RuntimeMetric.BUSY_RATIO) > 0.9
                && s.get(SCHEDULER, RuntimeMetric.CPU_NANOS)
                    > s.get(SCHEDULER, RuntimeMetric.BUSY_NANOS) / 5
                && s.get(SCHEDULER, RuntimeMetric.QUEUE_DEPTH) > 10,
        TroubleName.CPU);
  }

  @Test
  void aPoolWithAQueueAndNoThreadFreeIsTooSmall() throws Exception {
    awaitSight(
        "the doorman has a queue, and the scheduler has none",
        s ->
            s.get("doorman", RuntimeMetric.ACTIVE_COUNT) == 1
                && s.get("doorman", RuntimeMetric.WORKER_COUNT) == 1
                && s.get("doorman", RuntimeMetric.QUEUE_DEPTH) > 20
                && s.get("doorman", RuntimeMetric.QUEUE_DEPTH)
                    > 5 * s.get(SCHEDULER, RuntimeMetric.QUEUE_DEPTH)
                && s.get("doorman", RuntimeMetric.STARVATION_NANOS)
                    > Duration.ofMillis(500).toNanos(),
        TroubleName.DOORMAN);
  }

  @Test
  void manyShortPollsAndWaitsPerTaskAreTooManyRoundTrips() throws Exception {
    awaitSight(
        "users.insert has fifty polls a task and as many short waits",
        s ->
            s.get("users.insert", ENDED_COUNT) > 5
                && s.get("users.insert", POLL_COUNT) > 25 * s.get("users.insert", ENDED_COUNT)
                && s.get("users.insert", IDLE_COUNT) > 25 * s.get("users.insert", ENDED_COUNT)
                && s.get("users.insert", SELF_WAKE_COUNT) == 0,
        TroubleName.CHATTY);
  }

  @Test
  void asManySelfWakesAsScheduledWaitsAreALoopOfYields() throws Exception {
    awaitSight(
        "root wakes itself for nearly every poll",
        s ->
            s.get("root", ENDED_COUNT) > 0
                && s.get("root", POLL_COUNT) > 100 * s.get("root", ENDED_COUNT)
                && s.get("root", SELF_WAKE_COUNT) > 0.9 * s.get("root", SCHEDULED_COUNT)
                && s.get("root", IDLE_COUNT) < s.get("root", SELF_WAKE_COUNT) / 100,
        TroubleName.RESTLESS);
  }

  @Test
  void aMonitorThatStandsStillWhileItsSectionsGoOnDoesNotSeeTheThreads() throws Exception {
    awaitSight(
        "http stands still, and users.route has one poll a task and no waits",
        s ->
            s.get("http", INSTRUMENTED_COUNT) == 0
                && s.get("users.route", ENDED_COUNT) > 5
                && s.get("users.route", POLL_COUNT) == s.get("users.route", ENDED_COUNT)
                && s.get("users.route", IDLE_COUNT) == 0
                && s.get("users.route", MEAN_POLL_NANOS) > Duration.ofMillis(50).toNanos()
                && s.ratio("users.route", BUSY_RATIO) > 0.9,
        TroubleName.UNWATCHED,
        TroubleName.LOCK);
  }

  @Test
  void callersWhoWaitLongerThanTheTasksLiveWaitOutsideOfThem() throws Exception {
    awaitSight(
        "callers wait thirty times as long as a task of http lives",
        s ->
            s.get("http", ENDED_COUNT) > 5
                && shortestOfThreeCalls()
                    > 30 * s.get("http", LIFETIME_NANOS) / s.get("http", ENDED_COUNT),
        TroubleName.DOORMAN);
  }

  private long shortestOfThreeCalls() throws Exception {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertThat(service.get("").statusCode()).isEqualTo(200);
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return shortest;
  }

  @Test
  void aServiceThatIsWellShowsNoneOfTheTroublesOfItsTasks() throws Exception {
    Sight sight = awaitSight("there are requests", s -> s.get("users.insert", ENDED_COUNT) > 20);
    assertThat(sight.get("users.insert", POLL_COUNT))
        .isLessThan(25 * sight.get("users.insert", ENDED_COUNT));
    assertThat(sight.get("root", SELF_WAKE_COUNT)).isZero();
    assertThat(sight.get("http", INSTRUMENTED_COUNT)).isPositive();
    assertThat(sight.get("doorman", RuntimeMetric.QUEUE_DEPTH)).isZero();
    assertThat(sight.get(SCHEDULER, RuntimeMetric.POLL_COUNT)).isPositive();
  }

  /** Turns the troubles on, and looks at interval after interval until one shows it. */
  private Sight awaitSight(String what, Check shown, TroubleName... troubles) throws Exception {
    return awaitSight(RATE, what, shown, troubles);
  }

  private Sight awaitSight(double rate, String what, Check shown, TroubleName... troubles)
      throws Exception {
    List.of(troubles).forEach(name -> service.troubles.get(name).turn(true));
    Sights sights = new Sights(MONITORS, RUNTIMES);
    try (Load load =
        Load.start(service.uri(), LoadSettings.endless(rate, 42), service.troubles.pool()::isOn)) {
      long end = System.nanoTime() + DEADLINE.toNanos();
      Sight last = sights.next();
      while (!shown.of(last)) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError(
              "not within %s: %s%n%s%n%s".formatted(DEADLINE, what, load.soFar(), last));
        }
        last = sights.next();
      }
      return last;
    }
  }

  /** What may throw. */
  private interface Check {
    boolean of(Sight sight) throws Exception;
  }
}
