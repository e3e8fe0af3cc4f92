package io.pickglass.demo.service;

import io.pickglass.Pickglass;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.Await;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.RuntimeIntervals;
import io.pickglass.sampling.IntervalReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.openmbean.CompositeData;

/**
 * Interval after interval of some monitors and of some runtimes, each time the same interval of
 * all. Runtimes are read as strangers do, through their MBeans.
 */
final class Sights {
  private final Map<String, IntervalReader<TaskInterval>> readers = new HashMap<>();
  private final TreeMap<Long, Map<String, TaskMetrics>> bySequence = new TreeMap<>();
  private final List<String> runtimes;

  /** From now on. */
  Sights(List<String> monitors, List<String> runtimes) {
    this.runtimes = runtimes;
    monitors.forEach(name -> readers.put(name, Pickglass.intervals(Pickglass.monitor(name))));
  }

  /** One interval. */
  record Sight(Map<String, TaskMetrics> byMonitor, Map<String, RuntimeMetrics> byRuntime) {
    long get(String monitor, TaskMetric metric) {
      return byMonitor.get(monitor).get(metric);
    }

    double ratio(String monitor, TaskMetric metric) {
      return byMonitor.get(monitor).ratio(metric);
    }

    long get(String runtime, RuntimeMetric metric) {
      return byRuntime.get(runtime).get(metric);
    }

    double fraction(String runtime, RuntimeMetric metric) {
      return byRuntime.get(runtime).fraction(metric);
    }
  }

  /** The next interval that is complete for all of them. */
  Sight next() throws Exception {
    while (true) {
      Await.until("the next interval", this::isComplete);
      Map.Entry<Long, Map<String, TaskMetrics>> next = bySequence.pollFirstEntry();
      Map<String, RuntimeMetrics> byRuntime = new HashMap<>();
      for (String runtime : runtimes) {
        RuntimeInterval interval = after(next.getKey() - 1, runtime);
        if (interval.sequence() == next.getKey()) { // else it was not watched yet
          byRuntime.put(runtime, interval.metrics());
        }
      }
      if (byRuntime.size() == runtimes.size()) {
        return new Sight(next.getValue(), byRuntime);
      }
    }
  }

  /** The first interval of a runtime after that sequence number, perhaps after the tick. */
  private static RuntimeInterval after(long sequence, String runtime) throws Exception {
    List<CompositeData> found = new ArrayList<>();
    Await.until(
        "the interval of " + runtime,
        () -> {
          Object intervals =
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      ObjectNames.runtimeMonitor(runtime),
                      "intervals",
                      new Object[] {sequence, 1},
                      new String[] {"long", "int"});
          found.addAll(List.of((CompositeData[]) intervals));
          return !found.isEmpty();
        });
    return RuntimeIntervals.fromComposite(found.getFirst());
  }

  private boolean isComplete() {
    readers.forEach((name, reader) -> reader.next().forEach(this::add));
    // A monitor that was made while a tick was under way begins one later.
    while (bySequence.size() > 1 && bySequence.firstEntry().getValue().size() < readers.size()) {
      bySequence.pollFirstEntry();
    }
    return !bySequence.isEmpty() && bySequence.firstEntry().getValue().size() == readers.size();
  }

  private void add(TaskInterval interval) {
    bySequence
        .computeIfAbsent(interval.sequence(), sequence -> new HashMap<>())
        .put(interval.monitor(), interval.metrics());
  }
}
