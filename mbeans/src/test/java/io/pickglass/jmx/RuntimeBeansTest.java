package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.Worker;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.BucketAttribute;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.RuntimeIntervals;
import io.pickglass.mxbean.RuntimesMXBean;
import io.pickglass.mxbean.WorkersMXBean;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import io.pickglass.time.NanoClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The beans of runtimes: the same three that monitors have, and one with a row per worker. */
class RuntimeBeansTest {
  private static final ObjectName POOL = ObjectNames.runtimeMonitor("pool");

  private final List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final Registry registry = new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 100);
  private final Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);
  private final Sampler sampler = new Sampler(registry, runtimes, InstantSource.system(), 3);
  private final JmxExport export = new JmxExport(server, errors::add, registry, sampler);
  private final ForkJoinPool pool = new ForkJoinPool(2);

  @BeforeEach
  void open() {
    export.open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "1.2.3");
    runtimes.watch(pool, "pool");
  }

  @AfterEach
  void nothingHasFailed() {
    pool.shutdown();
    assertThat(errors).isEmpty();
  }

  private List<String> beans() throws Exception {
    return server.queryNames(new ObjectName("pickglass:name=pool,*"), null).stream()
        .map(name -> name.getKeyPropertyListString())
        .sorted()
        .toList();
  }

  @Test
  void aRuntimeHasFourBeansUntilItIsGone() throws Exception {
    assertThat(beans())
        .containsExactly(
            "type=RuntimeMonitor,name=pool",
            "type=RuntimeMonitor,name=pool,scope=cumulative",
            "type=RuntimeMonitor,name=pool,scope=interval",
            "type=Workers,name=pool");
    assertThat(server.getAttribute(POOL, "Kind")).isEqualTo("FORK_JOIN_POOL");
    assertThat(server.getAttribute(POOL, "DisplayName")).isEqualTo("pool");
    pool.shutdown();
    sampler.tick();
    assertThat(beans()).isEmpty();
  }

  @Test
  void anotherPoolOfTheSameNameHasBeansOfItsOwn() throws Exception {
    try (ForkJoinPool next = new ForkJoinPool(5)) {
      runtimes.watch(next, "pool");
      assertThat(beans()).hasSize(4);
      assertThat(scope(Scope.CUMULATIVE)).containsEntry("WorkerCount", 5L);
    }
  }

  @Test
  void compositesScopesAndIntervalsTellTheSameNumbers() throws Exception {
    Monitors.onSystemClock().executor(pool).submit(() -> {}).get();
    Await.until("it is idle", pool::isQuiescent);
    sampler.tick();
    RuntimeInterval last = interval("LastInterval");
    assertThat(last.runtime()).isEqualTo("pool");
    assertThat(last.sequence()).isEqualTo(1);
    assertThat(last.elapsedNanos()).isPositive();
    assertThat(last.metrics().get(RuntimeMetric.POLL_COUNT)).isEqualTo(1);
    assertThat(scope(Scope.INTERVAL)).isEqualTo(numbers(last));
    assertThat(scope(Scope.INTERVAL))
        .containsEntry("PollCountUpToInfinity", 1L)
        .containsEntry("SchedulingDelayCountUpToInfinity", 1L)
        .doesNotContainKeys("MaxPoolSize", "PinnedCount");
    CompositeData[] intervals =
        (CompositeData[])
            server.invoke(POOL, "intervals", new Object[] {-1L, 10}, new String[] {"long", "int"});
    assertThat(Arrays.stream(intervals).map(RuntimeIntervals::fromComposite)).containsExactly(last);
    assertThat(interval("Cumulative").metrics().get(RuntimeMetric.POLL_COUNT)).isEqualTo(1);
  }

  @Test
  void beforeTheFirstTickTheIntervalHasNothing() throws Exception {
    assertThat(scope(Scope.INTERVAL)).containsOnlyKeys("Sequence", "ElapsedNanos");
    assertThat(interval("LastInterval").sequence()).isZero();
  }

  @Test
  void whatIsSwitchedOffIsAbsentFromThenOn() throws Exception {
    assertThat(scope(Scope.CUMULATIVE)).containsEntry("StarvationNanos", 0L);
    server.setAttribute(ObjectNames.RUNTIMES, new Attribute("StarvationProbes", false));
    assertThat(scope(Scope.CUMULATIVE)).doesNotContainKey("StarvationNanos");
    assertThatThrownBy(() ->
            server.getAttribute(
                ObjectNames.runtimeMonitor("pool", Scope.CUMULATIVE), "StarvationNanos"))
        .isInstanceOf(AttributeNotFoundException.class);
    assertThat(interval("Cumulative").metrics().number(RuntimeMetric.STARVATION_NANOS))
        .isEqualTo(-1L);
  }

  @Test
  void workersAreRowsThatClientsReadAsRecords() throws Exception {
    Monitors.onSystemClock().executor(pool).submit(() -> {}).get();
    WorkersMXBean proxy =
        JMX.newMXBeanProxy(server, ObjectNames.workers("pool"), WorkersMXBean.class);
    Await.until("it is idle", pool::isQuiescent);
    assertThat(proxy.getWorkers())
        .isNotEmpty()
        .satisfiesOnlyOnce(worker -> assertThat(worker.pollCount()).isEqualTo(1))
        .allMatch(worker -> worker.threadName().startsWith("ForkJoinPool-"))
        .extracting(Worker::localQueueDepth)
        .containsOnly(0L);
  }

  @Test
  void theRuntimesAreListedWithTheirLimit() {
    RuntimesMXBean proxy = JMX.newMXBeanProxy(server, ObjectNames.RUNTIMES, RuntimesMXBean.class);
    assertThat(proxy.getRuntimes()).containsExactly("pool");
    assertThat(proxy.getKinds()).isEqualTo(Map.of("pool", "FORK_JOIN_POOL"));
    assertThat(proxy.getPoolLimit()).isEqualTo(1_000);
    assertThat(proxy.getRefusedPoolCount()).isZero();
    assertThat(proxy.isStarvationProbes()).isTrue();
    assertThat(proxy.isFlightRecorder()).isFalse();
  }

  @Test
  void everyBeanAndAttributeIsDescribed() throws Exception {
    for (ObjectName name : List.of(POOL, ObjectNames.workers("pool"), ObjectNames.RUNTIMES)) {
      assertThat(server.getMBeanInfo(name).getDescription()).contains(" ");
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        assertThat(attribute.getDescription()).as(attribute.getName()).contains(" ");
      }
    }
  }

  @Test
  void closingTakesThemAway() throws Exception {
    export.close();
    assertThat(server.queryNames(new ObjectName("pickglass:*"), null)).isEmpty();
    runtimes.watch(ForkJoinPool.commonPool(), "later");
    assertThat(server.queryNames(new ObjectName("pickglass:*"), null)).isEmpty();
  }

  private RuntimeInterval interval(String attribute) throws Exception {
    return RuntimeIntervals.fromComposite((CompositeData) server.getAttribute(POOL, attribute));
  }

  private Map<String, Object> scope(Scope scope) throws Exception {
    return Attributes.of(server, ObjectNames.runtimeMonitor("pool", scope));
  }

  private static Map<String, Object> numbers(RuntimeInterval interval) {
    Map<String, Object> numbers = new TreeMap<>();
    numbers.put("Sequence", interval.sequence());
    numbers.put("ElapsedNanos", interval.elapsedNanos());
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      if (interval.metrics().has(metric)) {
        numbers.put(metric.attributeName(), interval.metrics().number(metric));
      }
    }
    for (BucketAttribute<RuntimeDistribution> bucket : BucketAttribute.OF_RUNTIMES.list()) {
      interval
          .metrics()
          .histogram(bucket.of())
          .ifPresent(histogram -> numbers.put(bucket.name(), bucket.value(histogram)));
    }
    return numbers;
  }
}
