package io.pickglass.demo.service;

import io.pickglass.Pickglass;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.Await;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.sampling.IntervalReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Interval after interval of some monitors, each time the same interval of all. */
final class Sights {
  private final Map<String, IntervalReader<TaskInterval>> readers = new HashMap<>();
  private final TreeMap<Long, Map<String, TaskMetrics>> bySequence = new TreeMap<>();

  /** From now on. */
  Sights(List<String> monitors) {
    monitors.forEach(name -> readers.put(name, Pickglass.intervals(Pickglass.monitor(name))));
  }

  /** One interval. */
  record Sight(Map<String, TaskMetrics> byMonitor) {
    long get(String monitor, TaskMetric metric) {
      return byMonitor.get(monitor).get(metric);
    }

    double ratio(String monitor, TaskMetric metric) {
      return byMonitor.get(monitor).ratio(metric);
    }
  }

  /** The next interval that is complete for all of them. */
  Sight next() throws Exception {
    Await.until("the next interval", this::isComplete);
    return new Sight(bySequence.pollFirstEntry().getValue());
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
