package io.pickglass.repl.target;

import io.pickglass.mxbean.ObjectNames;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Switches;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What JMX answers. */
final class JmxQuestions {
  private static final Map<ObjectName, String[]> WANTED =
      Map.of(
          ObjectNames.PICKGLASS,
          new String[] {
            "Version",
            "ProtocolVersion",
            "TrackingMode",
            "TrackingModeReason",
            "AgentOptions",
            "StartTime",
            "Monitors",
            "Enabled",
            "DisabledMonitors"
          },
          ObjectNames.SAMPLER,
          new String[] {"IntervalMillis", "HistoryLength", "LastSequence"},
          ObjectNames.RUNTIMES,
          new String[] {"Runtimes", "Kinds"});

  private JmxQuestions() {}

  /** Something that is asked of a connection. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws JMException, IOException;
  }

  /** Some attributes of one bean; one that an older or newer target lacks is an empty value. */
  record Answers(Map<String, Object> values) {
    String text(String attribute) {
      return String.valueOf(values.getOrDefault(attribute, ""));
    }

    long number(String attribute) {
      return values.get(attribute) instanceof Number number ? number.longValue() : 0;
    }

    /** What an older target does not tell is on: it cannot be switched off. */
    Switches switches() {
      boolean all = !Boolean.FALSE.equals(values.get("Enabled"));
      return new Switches(all, Set.copyOf(texts("DisabledMonitors")));
    }

    /** An older target does not tell. */
    Kinds kinds() {
      Map<String, String> kinds = new HashMap<>();
      if (values.get("Kinds") instanceof TabularData table) {
        for (Object row : table.values()) {
          if (row instanceof CompositeData entry) {
            kinds.put(String.valueOf(entry.get("key")), String.valueOf(entry.get("value")));
          }
        }
      }
      return new Kinds(kinds);
    }

    List<String> texts(String attribute) {
      return values.get(attribute) instanceof String[] texts ? Arrays.asList(texts) : List.of();
    }
  }

  /** The attributes that we read of one of these beans. */
  static Answers attributes(MBeanServerConnection connection, ObjectName bean)
      throws JMException, IOException {
    return attributes(connection, bean, WANTED.getOrDefault(bean, new String[0]));
  }

  /** The runtimes; none in an older target, which knows of none. */
  static Answers runtimes(MBeanServerConnection connection) throws JMException, IOException {
    try {
      return attributes(connection, ObjectNames.RUNTIMES);
    } catch (InstanceNotFoundException e) {
      return new Answers(Map.of());
    }
  }

  /** These attributes of a bean. */
  static Answers attributes(MBeanServerConnection connection, ObjectName bean, String... wanted)
      throws JMException, IOException {
    Map<String, Object> values = new HashMap<>();
    for (Attribute attribute : connection.getAttributes(bean, wanted).asList()) {
      values.put(attribute.getName(), attribute.getValue());
    }
    return new Answers(values);
  }

  /** Whether a class of that name is loaded there; unknown is yes. */
  static boolean mayHaveLoaded(MBeanServerConnection connection, String className)
      throws IOException {
    Object[] arguments = {new String[] {className}};
    String[] signature = {String[].class.getName()};
    try {
      ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
      Object answer = connection.invoke(commands, "vmClassHierarchy", arguments, signature);
      return String.valueOf(answer).contains(className);
    } catch (JMException e) {
      return true;
    }
  }

  /** What an operation answers to texts and small numbers, as JSON has it. */
  static Object call(
      MBeanServerConnection connection, ObjectName bean, String operation, Object... arguments)
      throws JMException, IOException {
    String[] signature =
        Arrays.stream(arguments)
            .map(each -> each instanceof Integer ? "int" : each.getClass().getName())
            .toArray(String[]::new);
    Object answer = connection.invoke(bean, operation, arguments, signature);
    return answer == null ? "" : OpenValues.plain(answer);
  }
}
