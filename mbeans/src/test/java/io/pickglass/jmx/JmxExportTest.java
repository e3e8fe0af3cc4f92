package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Buckets;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.mxbean.BucketAttribute;
import io.pickglass.mxbean.Described;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.PickglassMXBean;
import io.pickglass.mxbean.SamplerMXBean;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import io.pickglass.task.View;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmxExportTest {
  private final ManualClock clock = new ManualClock();
  private final List<Throwable> errors = new ArrayList<>();
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private boolean seesPolls = true;
  private final Registry registry = new Registry(clock, new Epoch(), () -> seesPolls, 10);
  private final Sampler sampler =
      new Sampler(registry, InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")), 3);

  private JmxExport export() {
    JmxExport export = new JmxExport(server, errors::add, registry, sampler);
    export.open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "1.2.3");
    return export;
  }

  private void oneTask(String monitor, long pollNanos) {
    TaskTotals totals = registry.monitor(monitor);
    PlainTask task = PlainTask.of(View.whole(totals));
    clock.advanceNanos(5);
    long poll = task.beginPoll();
    clock.advanceNanos(pollNanos);
    task.endPoll(poll);
    task.end(Outcome.RETURNED);
  }

  @Test
  void compositesScopesAndIntervalsTellTheSameNumbers() throws Exception {
    export();
    oneTask("orders", 7);
    sampler.tick();
    TaskInterval last =
        TaskIntervals.fromComposite(
            (CompositeData) get(ObjectNames.taskMonitor("orders"), "LastInterval"));
    assertThat(last.sequence()).isEqualTo(1);
    assertThat(last.elapsedNanos()).isEqualTo(12);
    assertThat(last.metrics().get(TaskMetric.POLL_NANOS)).isEqualTo(7);
    assertThat(last.metrics().get(TaskMetric.MAX_POLL_NANOS)).isEqualTo(7);
    assertThat(scope("orders", Scope.INTERVAL)).isEqualTo(numbers(last));
    CompositeData[] intervals =
        (CompositeData[])
            server.invoke(
                ObjectNames.taskMonitor("orders"),
                "intervals",
                new Object[] {-1L, 10},
                new String[] {"long", "int"});
    assertThat(Arrays.stream(intervals).map(TaskIntervals::fromComposite)).containsExactly(last);
    TaskInterval cumulative =
        TaskIntervals.fromComposite(
            (CompositeData) get(ObjectNames.taskMonitor("orders"), "Cumulative"));
    assertThat(scope("orders", Scope.CUMULATIVE)).isEqualTo(numbers(cumulative));
    assertThat(cumulative.metrics().get(TaskMetric.POLL_NANOS)).isEqualTo(7);
    assertThat(errors).isEmpty();
  }

  @Test
  void bucketsAreCountsOfValuesUpToTheirLimits() throws Exception {
    export();
    oneTask("orders", 1_023);
    oneTask("orders", 1_024);
    oneTask("orders", 4_096);
    oneTask("orders", 20_000_000_000L);
    Map<String, Object> values = scope("orders", Scope.CUMULATIVE);
    assertThat(values)
        .containsEntry("PollCountUpTo0_000001023Seconds", 1L)
        .containsEntry("PollCountUpTo0_000004095Seconds", 2L)
        .containsEntry("PollCountUpTo0_000016383Seconds", 3L)
        .containsEntry("PollCountUpTo17_179869183Seconds", 3L)
        .containsEntry("PollCountUpToInfinity", 4L)
        .containsEntry("FirstPollDelayCountUpTo0_000001023Seconds", 4L)
        .containsEntry("IdleCountUpToInfinity", 0L);
    assertThat(values.get("P50PollNanos")).isEqualTo(Buckets.middle(Buckets.indexOf(1_024)));
    CompositeData composite = (CompositeData) get(ObjectNames.taskMonitor("orders"), "Cumulative");
    assertThat(composite.get("firstPollDelayHistogram")).isEqualTo(new long[] {5, 4});
    assertThat(composite.get("idleHistogram")).isEqualTo(new long[0]);
  }

  private Map<String, Object> scope(String monitor, Scope scope) throws JMException {
    return Attributes.of(server, ObjectNames.taskMonitor(monitor, scope));
  }

  private static Map<String, Object> numbers(TaskInterval interval) {
    Map<String, Object> values = new TreeMap<>();
    values.put("Sequence", interval.sequence());
    values.put("ElapsedNanos", interval.elapsedNanos());
    interval
        .metrics()
        .asMap()
        .forEach((metric, value) -> {
          if (interval.metrics().has(metric)) {
            values.put(metric.attributeName(), value);
          }
        });
    for (BucketAttribute<Distribution> bucket : BucketAttribute.OF_TASKS.list()) {
      values.put(
          bucket.name(), bucket.value(interval.metrics().histogram(bucket.of()).orElseThrow()));
    }
    return values;
  }

  private Object get(ObjectName name, String attribute) throws JMException {
    return server.getAttribute(name, attribute);
  }

  @Test
  void everyScopeAttributeHasHelpAndUnitOfTheCatalogAndNoMetricIsForgotten() throws Exception {
    export();
    registry.monitor("orders");
    for (Scope scope : Scope.values()) {
      Map<String, List<String>> shown =
          Arrays.stream(
                  server.getMBeanInfo(ObjectNames.taskMonitor("orders", scope)).getAttributes())
              .filter(a -> !a.getName().equals("Sequence") && !a.getName().equals("ElapsedNanos"))
              .collect(
                  Collectors.toMap(
                      MBeanAttributeInfo::getName,
                      a ->
                          List.of(
                              a.getDescription(),
                              (String) a.getDescriptor().getFieldValue("units"),
                              (String) a.getDescriptor().getFieldValue("kind"))));
      Map<String, List<String>> catalog =
          Arrays.stream(TaskMetric.values())
              .filter(metric -> metric.needs() != Needs.FLIGHT_RECORDER)
              .collect(
                  Collectors.toMap(
                      TaskMetric::attributeName,
                      m -> List.of(m.help(), m.unit().symbol(), m.kind().name().toLowerCase())));
      BucketAttribute.OF_TASKS
          .list()
          .forEach(b -> catalog.put(b.name(), List.of(b.help(), "1", "counter")));
      assertThat(shown).isEqualTo(catalog);
    }
  }

  @Test
  void pinnedWaitsAreThereAsLongAsTheyAreTold() throws Exception {
    export();
    registry.monitor("orders");
    Set<String> before = scope("orders", Scope.CUMULATIVE).keySet();
    registry.tasks().seesPins(true);
    registry.monitor("orders").pinned(30_000_000);
    sampler.tick();
    Map<String, Object> told = scope("orders", Scope.INTERVAL);
    assertThat(told).containsEntry("PinnedCount", 1L).containsEntry("PinnedNanos", 30_000_000L);
    assertThat(told.keySet()).isEqualTo(scope("orders", Scope.CUMULATIVE).keySet());
    registry.tasks().seesPins(false);
    assertThat(scope("orders", Scope.CUMULATIVE).keySet())
        .isEqualTo(before)
        .doesNotContain("PinnedCount", "PinnedNanos");
  }

  @Test
  void whatPollsAreNeededForIsAbsentWhereTheyAreNotSeen() throws Exception {
    seesPolls = false;
    export();
    oneTask("orders", 7);
    assertThat(scope("orders", Scope.INTERVAL).keySet())
        .isEqualTo(scope("orders", Scope.CUMULATIVE).keySet());
    sampler.tick();
    assertThat(scope("orders", Scope.CUMULATIVE).keySet())
        .containsExactlyInAnyOrder(
            "Sequence",
            "ElapsedNanos",
            "InstrumentedCount",
            "EndedCount",
            "FailedCount",
            "CancelledCount",
            "LiveCount",
            "LifetimeNanos");
    CompositeData composite = (CompositeData) get(ObjectNames.taskMonitor("orders"), "Cumulative");
    assertThat(composite.get("pollCount")).isEqualTo(-1L);
    assertThat(composite.get("busyRatio")).isEqualTo(-1.0);
    assertThat(composite.get("endedCount")).isEqualTo(1L);
    assertThat(composite.get("p99PollNanos")).isEqualTo(-1L);
    assertThat(composite.get("pollHistogram")).isNull();
  }

  @ParameterizedTest
  @ValueSource(classes = {TaskMonitorMBean.class, SamplerMXBean.class, PickglassMXBean.class})
  void everyAttributeAndOperationIsDescribed(Class<?> type) throws Exception {
    export();
    registry.monitor("orders");
    for (Method method : type.getMethods()) {
      if (!method.getName().startsWith("set")) {
        assertThat(method.getAnnotation(Described.class)).as(method.toString()).isNotNull();
      }
    }
    ObjectName name =
        type == TaskMonitorMBean.class
            ? ObjectNames.taskMonitor("orders")
            : type == SamplerMXBean.class ? ObjectNames.SAMPLER : ObjectNames.PICKGLASS;
    for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
      assertThat(attribute.getDescription()).contains(" ");
    }
    assertThat(server.getMBeanInfo(name).getDescription()).contains(" ");
  }

  @Test
  void thresholdsAreWrittenAndNegativeOnesRefused() throws Exception {
    export();
    TaskTotals totals = registry.monitor("orders");
    ObjectName name = ObjectNames.taskMonitor("orders");
    server.setAttribute(name, new Attribute("SlowPollThresholdNanos", 3L));
    server.setAttribute(name, new Attribute("LongDelayThresholdNanos", 4L));
    server.setAttribute(name, new Attribute("EvidenceThresholdNanos", 5L));
    assertThat(totals.thresholds().slowPollNanos()).isEqualTo(3);
    assertThat(totals.thresholds().longDelayNanos()).isEqualTo(4);
    assertThat(totals.thresholds().evidenceNanos()).isEqualTo(5);
    assertThat(get(name, "EvidenceThresholdNanos")).isEqualTo(5L);
    assertThatThrownBy(
            () -> server.setAttribute(name, new Attribute("SlowPollThresholdNanos", -1L)))
        .isInstanceOf(RuntimeMBeanException.class)
        .hasRootCauseMessage("a slow-poll threshold of -1 ns: give 0 or more");
    assertThat(totals.thresholds().slowPollNanos()).isEqualTo(3);
  }

  @Test
  void aNameThatIsTakenIsReportedAndTheRestIsThere() throws Exception {
    export();
    new JmxExport(server, errors::add, registry, sampler)
        .open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "again");
    assertThat(errors).hasSize(4);
    assertThat(get(ObjectNames.PICKGLASS, "Version")).isEqualTo("1.2.3");
  }

  @Test
  void closingTakesAwayWhatItHasRegisteredAndNothingElse() throws Exception {
    registry.monitor("orders");
    JmxExport export = export();
    JmxExport second = new JmxExport(server, errors::add, registry, sampler);
    second.open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "2");
    second.close();
    assertThat(server.queryNames(new ObjectName("pickglass:*"), null)).hasSize(7);
    export.close();
    registry.monitor("later");
    assertThat(server.queryNames(new ObjectName("pickglass:*"), null)).isEmpty();
  }

  @Test
  void aListenerOfTheServerMayMakeMonitorsToo() throws Exception {
    export();
    List<String> made = Collections.synchronizedList(new ArrayList<>());
    server.addNotificationListener(
        MBeanServerDelegate.DELEGATE_NAME,
        (notification, handback) -> {
          Thread other =
              Thread.ofPlatform().start(() -> made.add(registry.monitor("other").name()));
          Await.end(other);
        },
        null,
        null);
    registry.monitor("orders");
    assertThat(made).contains("other");
    assertThat(registry.names()).containsExactly("orders", "other");
  }
}
