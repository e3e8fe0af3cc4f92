package io.pickglass.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Pickglass;
import io.pickglass.demo.load.Load;
import io.pickglass.demo.load.LoadSettings;
import io.pickglass.demo.trouble.TroubleName;
import io.pickglass.model.Warning;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each warning is provoked by a trouble, and a service that is well is left in peace. */
@Timeout(180)
class WarningsOfTroublesTest {
  private static final double RATE = 100;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private RunningService service;
  private Load load;

  @BeforeEach
  void open() throws Exception {
    service = new RunningService();
    load = Load.start(service.uri(), LoadSettings.endless(RATE, 42), service.troubles.pool()::isOn);
  }

  @AfterEach
  void close() throws Exception {
    Pickglass.flightRecorder(false);
    load.close();
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CPU, long-poll, root",
    "GREEDY, never-yielded, reports",
    "RESTLESS, self-wakes, root",
    "CARRIERS, long-scheduled, http",
    "CARRIERS, starvation, virtual-threads",
    "DOORMAN, starvation, doorman",
    "CARRIERS, pinned, plugins"
  })
  void aTroubleIsWarnedOf(TroubleName trouble, String rule, String subject) throws Exception {
    if (rule.equals("pinned")) {
      assertThat(Pickglass.flightRecorder(true)).isTrue();
    }
    service.troubles.get(trouble).turn(true);
    Warning warning = await(rule, subject);
    assertThat(warning.value()).isGreaterThanOrEqualTo(warning.threshold());
    assertThat(warning.summary()).contains(subject);
    service.troubles.get(trouble).turn(false);
    awaitCleared(warning);
  }

  @Test
  void whatRunsForLongIsShownByItsStack() throws Exception {
    service.troubles.get(TroubleName.GREEDY).turn(true);
    Warning warning = await("long-poll", "reports", seen -> !seen.evidence().isEmpty());
    // What it does is "mixed" where others take the processor.
    assertThat(warning.evidence().getFirst()).matches("on ForkJoinPool-.*, [a-z]+ in");
    assertThat(warning.evidence()).anyMatch(line -> line.contains("GreedyTrouble.compute("));
  }

  private static Warning await(String rule, String subject) throws Exception {
    return await(rule, subject, _ -> true);
  }

  private static Warning await(String rule, String subject, Predicate<Warning> wanted)
      throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      List<Warning> all =
          Stream.concat(
                  Pickglass.warnings().active().stream(),
                  Pickglass.warnings().history(1_000).stream())
              .toList();
      for (Warning warning : all) {
        if (warning.name().equals(rule)
            && warning.subject().equals(subject)
            && wanted.test(warning)) {
          return warning;
        }
      }
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("no " + rule + " of " + subject + " but " + all);
      }
      Thread.sleep(20);
    }
  }

  private static void awaitCleared(Warning warning) throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (Pickglass.warnings().active().stream()
        .anyMatch(active -> active.number() == warning.number())) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not cleared: " + warning);
      }
      Thread.sleep(20);
    }
  }

  /** At first classes are loaded in polls, and a machine may be slow itself: not all the time. */
  @Test
  void aServiceThatIsWellIsNotWarnedOf() throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      long raised = Pickglass.warnings().raisedCount();
      Thread.sleep(5_000);
      if (Pickglass.warnings().raisedCount() == raised && Pickglass.warnings().active().isEmpty()) {
        return;
      }
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(
            Pickglass.warnings().active() + " after " + Pickglass.warnings().history(5));
      }
    }
  }
}
