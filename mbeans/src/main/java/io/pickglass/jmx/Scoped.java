package io.pickglass.jmx;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import io.pickglass.model.Metrics;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.mxbean.BucketAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;

/** An interval as plain numbers by the names of JMX attributes; what is absent is not there. */
interface Scoped {
  /** The interval. */
  Interval<?> interval();

  /** Intervals of one bean for which this is the same have the same attributes. */
  Object shape();

  /** The attributes that there are, beside those that all intervals have. */
  List<MBeanAttributeInfo> attributes();

  /** The value of one of these attributes. */
  Optional<Number> value(String attribute);

  /** Of tasks: the metrics, and of the histograms what Prometheus needs. */
  record OfTasks(TaskInterval interval) implements Scoped {
    @Override
    public Object shape() {
      TaskMetrics metrics = interval.metrics();
      return List.of(metrics.has(TaskMetric.POLL_COUNT), metrics.has(TaskMetric.PINNED_COUNT));
    }

    @Override
    public List<MBeanAttributeInfo> attributes() {
      List<MBeanAttributeInfo> attributes = ofMetrics(interval.metrics());
      attributes.addAll(ofBuckets(BucketAttribute.OF_TASKS, interval.metrics()::histogram));
      return attributes;
    }

    @Override
    public Optional<Number> value(String attribute) {
      TaskMetrics metrics = interval.metrics();
      return TaskMetric.ofAttribute(attribute)
          .filter(metrics::has)
          .map(metrics::number)
          .or(() -> ofBucket(BucketAttribute.OF_TASKS, metrics::histogram, attribute));
    }
  }

  /** Of a runtime: the same. */
  record OfRuntime(RuntimeInterval interval) implements Scoped {
    @Override
    public Object shape() {
      RuntimeMetrics metrics = interval.metrics();
      return List.of(
          Arrays.stream(RuntimeMetric.values()).filter(metrics::has).toList(),
          Arrays.stream(RuntimeDistribution.values())
              .filter(of -> metrics.histogram(of).isPresent())
              .toList());
    }

    @Override
    public List<MBeanAttributeInfo> attributes() {
      List<MBeanAttributeInfo> attributes = ofMetrics(interval.metrics());
      attributes.addAll(ofBuckets(BucketAttribute.OF_RUNTIMES, interval.metrics()::histogram));
      return attributes;
    }

    @Override
    public Optional<Number> value(String attribute) {
      RuntimeMetrics metrics = interval.metrics();
      return RuntimeMetric.ofAttribute(attribute)
          .filter(metrics::has)
          .map(metrics::number)
          .or(() -> ofBucket(BucketAttribute.OF_RUNTIMES, metrics::histogram, attribute));
    }
  }

  private static <M extends Metric> List<MBeanAttributeInfo> ofMetrics(Metrics<M> metrics) {
    List<MBeanAttributeInfo> attributes = new ArrayList<>();
    for (M metric : metrics.asMap().keySet()) {
      if (metrics.has(metric)) {
        attributes.add(
            attribute(
                metric.attributeName(),
                metric.unit().isFraction() ? "double" : "long",
                metric.help(),
                metric.unit().symbol(),
                metric.kind().name().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    return attributes;
  }

  private static <D extends Distributed> List<MBeanAttributeInfo> ofBuckets(
      BucketAttribute.All<D> all, Function<D, Optional<Histogram>> histograms) {
    return all.list().stream()
        .filter(bucket -> histograms.apply(bucket.of()).isPresent())
        .map(bucket -> attribute(bucket.name(), "long", bucket.help(), "1", "counter"))
        .toList();
  }

  private static <D extends Distributed> Optional<Number> ofBucket(
      BucketAttribute.All<D> all, Function<D, Optional<Histogram>> histograms, String attribute) {
    return all.named(attribute).flatMap(bucket -> histograms.apply(bucket.of()).map(bucket::value));
  }

  /** An attribute that is a number and can only be read. */
  static MBeanAttributeInfo attribute(
      String name, String type, String help, String unit, String kind) {
    return new MBeanAttributeInfo(
        name,
        type,
        help,
        true,
        false,
        false,
        new ImmutableDescriptor(new String[] {"units", "kind"}, new Object[] {unit, kind}));
  }
}
