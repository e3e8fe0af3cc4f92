package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** All that a bean says it has. */
final class Attributes {
  private Attributes() {}

  /** Every attribute of the bean's own list with its value; each of them must have one. */
  static Map<String, Object> of(MBeanServer server, ObjectName name) throws JMException {
    String[] attributes =
        Arrays.stream(server.getMBeanInfo(name).getAttributes())
            .map(MBeanAttributeInfo::getName)
            .toArray(String[]::new);
    Map<String, Object> values = new TreeMap<>();
    server
        .getAttributes(name, attributes)
        .asList()
        .forEach(a -> values.put(a.getName(), a.getValue()));
    assertThat(values).containsOnlyKeys(attributes);
    return values;
  }
}
