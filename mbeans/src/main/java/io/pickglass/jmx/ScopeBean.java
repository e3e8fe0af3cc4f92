package io.pickglass.jmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of a monitor or runtime as a plain number. The attributes are made from the catalog;
 * those that cannot be known are absent, because a scrape breaks on a counter of -1. Which are may
 * change while the program runs.
 *
 * <p>Threads: any. All attributes that one call asks for are of one reading.
 */
final class ScopeBean implements DynamicMBean {
  private static final String SEQUENCE = "Sequence";
  private static final String ELAPSED = "ElapsedNanos";

  private final String description;
  private final Supplier<? extends Scoped> reading;
  private volatile @Nullable Known known;

  /** What is told of all intervals of that shape. */
  private record Known(Object shape, MBeanInfo info) {}

  ScopeBean(String description, Supplier<? extends Scoped> reading) {
    this.description = description;
    this.reading = reading;
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    return value(reading.get(), attribute)
        .orElseThrow(() -> new AttributeNotFoundException("there is no attribute " + attribute));
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    Scoped one = reading.get();
    AttributeList list = new AttributeList();
    for (String attribute : attributes) {
      value(one, attribute).ifPresent(value -> list.add(new Attribute(attribute, value)));
    }
    return list;
  }

  private static Optional<Number> value(Scoped scoped, String attribute) {
    return switch (attribute) {
      case SEQUENCE -> Optional.of(scoped.interval().sequence());
      case ELAPSED -> Optional.of(scoped.interval().elapsedNanos());
      default -> scoped.value(attribute);
    };
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    Scoped now = reading.get();
    Object shape = now.shape();
    Known last = known;
    if (last != null && last.shape.equals(shape)) {
      return last.info;
    }
    MBeanInfo info = info(now);
    known = new Known(shape, info);
    return info;
  }

  private MBeanInfo info(Scoped example) {
    List<MBeanAttributeInfo> attributes = new ArrayList<>();
    attributes.add(
        Scoped.attribute(
            SEQUENCE, "long", "The number of the last completed interval.", "1", "gauge"));
    attributes.add(
        Scoped.attribute(ELAPSED, "long", "The time that the numbers span.", "ns", "gauge"));
    attributes.addAll(example.attributes());
    return new MBeanInfo(
        ScopeBean.class.getName(),
        description,
        attributes.toArray(MBeanAttributeInfo[]::new),
        null,
        null,
        null);
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
