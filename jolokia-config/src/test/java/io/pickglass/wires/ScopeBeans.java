package io.pickglass.wires;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.TaskIntervals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Reads the beans of plain numbers. */
final class ScopeBeans {
  private ScopeBeans() {}

  /** All attributes of the bean by name, in one reading. */
  static Map<String, Object> read(MBeanServerConnection server, ObjectName bean) throws Exception {
    String[] names =
        Stream.of(server.getMBeanInfo(bean).getAttributes())
            .map(MBeanAttributeInfo::getName)
            .toArray(String[]::new);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Attribute attribute : server.getAttributes(bean, names).asList()) {
      values.put(attribute.getName(), attribute.getValue());
    }
    return values;
  }

  /**
   * The attributes, if two readings in a row are the same: the last poll is booked after the end.
   */
  static Optional<Map<String, Object>> settled(MBeanServerConnection server, ObjectName bean)
      throws Exception {
    Map<String, Object> before = read(server, bean);
    Thread.sleep(50);
    // The number of the last tick moves on while all else stands still.
    Map<String, Object> after = read(server, bean);
    return Optional.of(after)
        .filter(_ -> ExpectedSeries.values(before).equals(ExpectedSeries.values(after)));
  }

  /**
   * The attributes as an interval; what they do not tell, name, start and histograms, as in another
   * one.
   */
  static TaskInterval interval(TaskInterval other, Map<String, Object> attributes) {
    Map<String, @Nullable Object> items = TaskIntervals.toMap(other);
    items.put(TaskIntervals.SEQUENCE, attributes.get("Sequence"));
    items.put(TaskIntervals.ELAPSED, attributes.get("ElapsedNanos"));
    for (TaskMetric metric : TaskMetric.values()) {
      items.put(metric.metricName(), attributes.get(metric.attributeName()));
    }
    return TaskIntervals.fromMap(items);
  }
}
