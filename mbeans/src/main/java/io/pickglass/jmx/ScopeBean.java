package io.pickglass.jmx;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.mxbean.BucketAttribute;
import io.pickglass.mxbean.ObjectNames.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.Descriptor;
import javax.management.DynamicMBean;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;

/**
 * Every metric of a monitor as a plain number, and of its histograms what Prometheus needs. The
 * attributes are made from the catalog; those that this JVM's tracking mode cannot know are absent,
 * because a scrape breaks on a counter of -1.
 *
 * <p>Threads: any. All attributes that one call asks for are of one reading.
 */
final class ScopeBean implements DynamicMBean {
  private static final String SEQUENCE = "Sequence";
  private static final String ELAPSED = "ElapsedNanos";

  private final Supplier<TaskInterval> reading;
  private final MBeanInfo info;

  ScopeBean(Scope scope, Supplier<TaskInterval> reading) {
    this.reading = reading;
    this.info = info(scope, reading.get().metrics());
  }

  private static MBeanInfo info(Scope scope, TaskMetrics example) {
    List<MBeanAttributeInfo> attributes = new ArrayList<>();
    attributes.add(
        attribute(SEQUENCE, "long", "The number of the last completed interval.", "1", "gauge"));
    attributes.add(attribute(ELAPSED, "long", "The time that the numbers span.", "ns", "gauge"));
    for (TaskMetric metric : TaskMetric.values()) {
      if (example.has(metric)) {
        attributes.add(
            attribute(
                metric.attributeName(),
                metric.unit() == Unit.RATIO ? "double" : "long",
                metric.help(),
                metric.unit().symbol(),
                metric.kind().name().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    for (BucketAttribute bucket : BucketAttribute.all()) {
      if (example.histogram(bucket.of()).isPresent()) {
        attributes.add(attribute(bucket.name(), "long", bucket.help(), "1", "counter"));
      }
    }
    String text =
        switch (scope) {
          case CUMULATIVE -> "Every metric of a task monitor since the start.";
          case INTERVAL -> "Every metric of a task monitor in the last completed interval.";
        };
    return new MBeanInfo(
        ScopeBean.class.getName(),
        text,
        attributes.toArray(MBeanAttributeInfo[]::new),
        null,
        null,
        null);
  }

  private static MBeanAttributeInfo attribute(
      String name, String type, String help, String unit, String kind) {
    Descriptor descriptor =
        new ImmutableDescriptor(new String[] {"units", "kind"}, new Object[] {unit, kind});
    return new MBeanAttributeInfo(name, type, help, true, false, false, descriptor);
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    return value(reading.get(), attribute)
        .orElseThrow(() -> new AttributeNotFoundException("there is no attribute " + attribute));
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    TaskInterval one = reading.get();
    AttributeList list = new AttributeList();
    for (String attribute : attributes) {
      value(one, attribute).ifPresent(value -> list.add(new Attribute(attribute, value)));
    }
    return list;
  }

  private static Optional<Number> value(TaskInterval interval, String attribute) {
    return switch (attribute) {
      case SEQUENCE -> Optional.of(interval.sequence());
      case ELAPSED -> Optional.of(interval.elapsedNanos());
      default -> value(interval.metrics(), attribute);
    };
  }

  private static Optional<Number> value(TaskMetrics metrics, String attribute) {
    Optional<BucketAttribute> bucket = BucketAttribute.named(attribute);
    return bucket.isPresent()
        ? bucket.flatMap(b -> metrics.histogram(b.of()).map(b::value))
        : TaskMetric.ofAttribute(attribute).filter(metrics::has).map(metrics::number);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return info;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " can only be read");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] params, String[] signature)
      throws ReflectionException {
    throw new ReflectionException(
        new NoSuchMethodException(action), "there are no operations on this bean");
  }
}
