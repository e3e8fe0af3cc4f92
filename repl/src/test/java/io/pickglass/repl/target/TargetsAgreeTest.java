package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.Worker;
import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same process over every wire gives the same answers. */
class TargetsAgreeTest {
  private static final List<String> BOTH = List.of("users.insert", "orders");

  private static Watched watched;
  private static Map<String, Target> targets;

  @BeforeAll
  static void connect() {
    watched = Watched.start();
    targets =
        Map.of(
            "pid", connect(Long.toString(watched.pid())),
            "host:port", connect(watched.hostAndPort()),
            "service URL", connect(watched.serviceUrl()),
            "program", connect("WatchedProgram"),
            "Jolokia", connect(watched.jolokiaUrl()));
  }

  @AfterAll
  static void close() {
    targets.values().forEach(Target::close);
    watched.close();
  }

  private static Target connect(String text) {
    return Connector.connect(Address.parse(text), () -> Duration.ofSeconds(20));
  }

  static Stream<String> wires() {
    return Stream.of("pid", "host:port", "service URL", "program", "Jolokia");
  }

  @ParameterizedTest
  @MethodSource("wires")
  void aTargetSaysWhatItIs(String wire) {
    Info info = targets.get(wire).describe();
    assertThat(info.version()).isNotEmpty();
    assertThat(info.protocolVersion()).isEqualTo(Info.PROTOCOL);
    assertThat(info.isExact()).as(info.reason()).isTrue();
    assertThat(info.monitors()).contains("orders", "users.insert");
    assertThat(info.intervalMillis()).isEqualTo(1000);
    assertThat(info.historyLength()).isEqualTo(120);
    assertThat(info.startTime()).isEqualTo(targets.get("pid").describe().startTime());
  }

  @ParameterizedTest
  @MethodSource("wires")
  void numbersComeInTheOrderInWhichTheyWereAskedFor(String wire) {
    Target target = targets.get(wire);
    assertThat(target.names().monitors()).containsSubsequence("orders", "users.insert");
    for (List<Interval<?>> answers :
        List.of(target.cumulative(Subject.MONITOR, BOTH), target.last(Subject.MONITOR, BOTH))) {
      assertThat(answers).extracting(Interval::name).containsExactlyElementsOf(BOTH);
    }
    TaskInterval orders =
        (TaskInterval) target.cumulative(Subject.MONITOR, List.of("orders")).getFirst();
    assertThat(orders.metrics().get(TaskMetric.INSTRUMENTED_COUNT)).isPositive();
    assertThat(orders.metrics().get(TaskMetric.POLL_NANOS)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("wires")
  void aMonitorThatTheProgramHasNamedHasNoPlace(String wire) {
    assertThat(targets.get(wire).place("orders")).isEmpty();
  }

  @Test
  void intervalsAreTheSameToTheLastBitOnEveryWire() {
    Target jmx = targets.get("pid");
    Await.until(() -> jmx.describe().lastSequence() >= 2, () -> "the sampler does not tick");
    Page expected = jmx.intervals(Subject.MONITOR, BOTH, 0, 2);
    assertThat(expected.intervals().get("orders"))
        .extracting(Interval::sequence)
        .containsExactly(1L, 2L);
    for (String wire : wires().toList()) {
      Page page = targets.get(wire).intervals(Subject.MONITOR, BOTH, 0, 2);
      assertThat(page.intervals()).as(wire).isEqualTo(expected.intervals());
      assertThat(page.epoch()).as(wire).isEqualTo(expected.epoch());
    }
  }

  @Test
  void runtimesAndTheirWorkersAreTheSameOnEveryWire() {
    List<String> scheduler = List.of("virtual-threads");
    Target jmx = targets.get("pid");
    Await.until(() -> jmx.describe().lastSequence() >= 2, () -> "the sampler does not tick");
    Page expected = jmx.intervals(Subject.RUNTIME, scheduler, 0, 2);
    assertThat(expected.intervals().get("virtual-threads")).hasSize(2);
    for (String wire : wires().toList()) {
      Target target = targets.get(wire);
      assertThat(target.names().runtimes()).as(wire).isEqualTo(scheduler);
      assertThat(target.intervals(Subject.RUNTIME, scheduler, 0, 2).intervals())
          .as(wire)
          .isEqualTo(expected.intervals());
      assertThat(target.workers("virtual-threads"))
          .as(wire)
          .filteredOn(worker -> worker.pollCount() > 0 && worker.cpuNanos() > 0)
          .extracting(Worker::threadName)
          .isNotEmpty()
          .allMatch(name -> name.matches("ForkJoinPool-\\d+-worker-\\d+"));
    }
  }

  @ParameterizedTest
  @MethodSource("wires")
  void noMonitorsIsAQuestionTooAndNoIntervalsAnAnswer(String wire) {
    Target target = targets.get(wire);
    assertThat(target.cumulative(Subject.MONITOR, List.of())).isEmpty();
    assertThat(target.intervals(Subject.MONITOR, BOTH, 0, 0).intervals().get("orders")).isEmpty();
    assertThat(target.intervals(Subject.MONITOR, BOTH, Long.MAX_VALUE, 9).intervals().get("orders"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wires")
  void aMonitorThatDoesNotExistIsNamed(String wire) {
    for (String name : List.of("nope", "a b", "*", "orders,scope=cumulative", "")) {
      assertThatThrownBy(() -> targets.get(wire).intervals(Subject.MONITOR, List.of(name), 0, 1))
          .isInstanceOfSatisfying(
              TargetException.class,
              e -> assertThat(e.kind()).isEqualTo(TargetException.Kind.NO_SUCH_MONITOR))
          .hasMessage(name);
      assertThatThrownBy(() -> targets.get(wire).workers(name))
          .isInstanceOfSatisfying(
              TargetException.class,
              e -> assertThat(e.kind()).isEqualTo(TargetException.Kind.NO_SUCH_RUNTIME))
          .hasMessage(name);
    }
  }

  @Test
  void localJvmsTellWhetherPickglassIsInThem() {
    assertThat(LocalJvms.probe(Duration.ofSeconds(20), false))
        .filteredOn(jvm -> jvm.jvm().pid() == watched.pid())
        .singleElement()
        .satisfies(jvm -> {
          assertThat(jvm.presence()).isEqualTo(LocalJvms.Presence.YES);
          assertThat(jvm.mode()).isEqualTo("EXACT");
          assertThat(jvm.jdk()).startsWith("25");
          assertThat(jvm.jvm().program()).endsWith("WatchedProgram");
        });
  }
}
