package io.pickglass.conformance;

import static io.pickglass.catalog.RuntimeMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.RuntimeNeeds;
import io.pickglass.mxbean.BucketAttribute;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** R7: every kind of runtime in each tracking mode has the metrics that it can know, no others. */
class RuntimeModesTest {
  private static final String OPEN = "--add-opens";
  private static final String THREADS = "java.base/java.lang=ALL-UNNAMED";
  private static final String POOLS = "java.base/java.util.concurrent=ALL-UNNAMED";

  // Of a pool that schedules, the queue holds what is not due, too.
  private static final Set<RuntimeMetric> OF_PLAIN_QUEUES =
      EnumSet.of(QUEUE_DEPTH, GLOBAL_QUEUE_DEPTH, LOCAL_QUEUE_DEPTH, QUEUE_REMAINING_CAPACITY);

  // Of carriers they are known only if all threads may be stopped.
  private static final Set<RuntimeMetric> OF_PARKS =
      EnumSet.of(
          RuntimeMetric.PARK_COUNT,
          RuntimeMetric.MAX_WORKER_PARK_COUNT,
          RuntimeMetric.MIN_WORKER_PARK_COUNT,
          RuntimeMetric.NOOP_COUNT_AT_LEAST,
          RuntimeMetric.POLLS_PER_PARK);

  @Test
  void r7_withEverythingOpenAndOnAllIsKnown() {
    Properties printed =
        ChildJvm.run(List.of(OPEN, THREADS, OPEN, POOLS), RuntimeModesProgram.class, "all");
    assertThat(printed).containsEntry("mode", "EXACT");
    assertKnown(printed, EnumSet.allOf(RuntimeNeeds.class), true);
    assertThat(printed).containsEntry("fixed.workers", "1").containsEntry("scheduled.workers", "1");
  }

  @Test
  void r7_withoutProbesFlightRecorderAndParksOfCarriersTheirsAreAbsent() {
    Properties printed = ChildJvm.run(List.of(OPEN, THREADS), RuntimeModesProgram.class);
    assertThat(printed).containsEntry("mode", "EXACT");
    assertKnown(
        printed,
        EnumSet.complementOf(EnumSet.of(RuntimeNeeds.PROBES, RuntimeNeeds.FLIGHT_RECORDER)),
        false);
    assertThat(printed).containsEntry("fixed.workers", "0").containsEntry("scheduled.workers", "0");
  }

  @Test
  void r7_inTheModeTaskWhatTheSchedulerPollsIsAbsentAndSoIsWhatOnlyItsPoolKnows() {
    Properties printed = ChildJvm.run(List.of(), RuntimeModesProgram.class);
    assertThat(printed).containsEntry("mode", "TASK");
    Set<RuntimeMetric> known =
        EnumSet.of(
            WORKER_COUNT,
            POOL_SIZE,
            MAX_POOL_SIZE,
            ACTIVE_COUNT,
            IDLE_WORKER_COUNT,
            COMPENSATION_COUNT,
            QUEUE_DEPTH,
            CPU_NANOS,
            ALLOCATED_BYTES,
            IO_REGISTERED_COUNT);
    assertAttributes(printed, "virtual-threads", known);
    assertThat(attributes(printed, "fork-join.cumulative"))
        .contains("PollCount", "BusyNanos")
        .doesNotContain("StarvationNanos");
  }

  private static void assertKnown(Properties printed, Set<RuntimeNeeds> met, boolean pools) {
    for (String name : List.of("virtual-threads", "fork-join", "fixed", "scheduled")) {
      RuntimeKind kind = RuntimeKind.valueOf(printed.getProperty(name + ".kind"));
      Set<RuntimeMetric> known = EnumSet.noneOf(RuntimeMetric.class);
      for (RuntimeMetric metric : RuntimeMetric.values()) {
        boolean ofWorkers =
            metric.needs() == RuntimeNeeds.WORKERS || metric.needs() == RuntimeNeeds.WORKERS_POLLS;
        boolean seen = pools || kind != RuntimeKind.THREAD_POOL || !ofWorkers;
        if (metric.isKnownTo(kind) && met.contains(metric.needs()) && seen) {
          known.add(metric);
        }
      }
      if (kind == RuntimeKind.VIRTUAL_THREADS && !met.contains(RuntimeNeeds.PROBES)) {
        known.removeAll(OF_PARKS);
      }
      if (name.equals("scheduled")) {
        known.removeAll(OF_PLAIN_QUEUES);
      } else if (kind == RuntimeKind.THREAD_POOL) {
        known.remove(DELAYED_COUNT);
      }
      assertAttributes(printed, name, known);
    }
  }

  private static void assertAttributes(Properties printed, String name, Set<RuntimeMetric> known) {
    Set<String> wanted = new TreeSet<>(Set.of("Sequence", "ElapsedNanos"));
    known.forEach(metric -> wanted.add(metric.attributeName()));
    if (known.contains(P50_POLL_NANOS)) {
      BucketAttribute.OF_RUNTIMES.list().forEach(bucket -> wanted.add(bucket.name()));
    }
    for (String scope : List.of(".interval", ".cumulative")) {
      assertThat(attributes(printed, name + scope)).as(name + scope).isEqualTo(wanted);
      for (String attribute : wanted) {
        String value = printed.getProperty(name + scope + "." + attribute);
        assertThat(Double.parseDouble(value)).as(name + scope + "." + attribute).isNotNegative();
      }
    }
  }

  private static Set<String> attributes(Properties printed, String prefix) {
    return new TreeSet<>(Arrays.asList(printed.getProperty(prefix + ".attributes").split(",", -1)));
  }
}
