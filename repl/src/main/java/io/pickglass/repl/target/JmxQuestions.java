package io.pickglass.repl.target;

import io.pickglass.mxbean.ObjectNames;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.rmi.ConnectIOException;
import java.rmi.NotBoundException;
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
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** What JMX answers and how it fails, in our words. */
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

  /** What to say when connecting failed. */
  static TargetException notConnected(String name, Exception failure) {
    String why =
        switch (deepest(failure)) {
          case ConnectException _ ->
              " does not accept connections (nothing listens there): is the port right, and does the process run with -Dcom.sun.management.jmxremote.port?";
          case UnknownHostException _ -> " names a host that is not known: is it spelled right?";
          case NotBoundException _ ->
              " is an RMI registry, but not one of JMX: give the port of -Dcom.sun.management.jmxremote.port";
          case SecurityException e -> " refuses the connection (" + e.getMessage() + ")";
          case ConnectIOException _ -> notRmi("");
          case EOFException e -> notRmi(TargetException.root(e));
          case SocketException e -> notRmi(TargetException.root(e));
          case Exception e -> " cannot be reached over JMX (" + TargetException.root(e) + ")";
        };
    return new TargetException(Kind.UNREACHABLE, name + why, failure);
  }

  /** What to say when a question failed. */
  static TargetException failed(String name, Exception failure) {
    if (failure instanceof InstanceNotFoundException missing) {
      return missing(name, missing);
    }
    if (failure instanceof SecurityException) {
      return new TargetException(
          Kind.REFUSED,
          name + " does not allow the question (" + failure.getMessage() + ")",
          failure);
    }
    if (failure instanceof RuntimeMBeanException thrown
        && thrown.getTargetException() instanceof IllegalArgumentException refused) {
      return new TargetException(Kind.BAD_QUESTION, String.valueOf(refused.getMessage()), thrown);
    }
    return failure instanceof IOException
        ? new TargetException(
            Kind.UNREACHABLE,
            name
                + " no longer answers ("
                + TargetException.root(failure)
                + "): it has probably ended",
            failure)
        : new TargetException(
            Kind.REFUSED,
            name + " answered with an error: " + TargetException.root(failure),
            failure);
  }

  private static TargetException missing(String name, InstanceNotFoundException failure) {
    String bean = String.valueOf(failure.getMessage());
    return SubjectBeans.missing(name, bean).orElseGet(() -> LocalJvms.hasNoPickglass(name));
  }

  private static String notRmi(String why) {
    String said = why.isEmpty() ? "" : " (" + why + ")";
    return " answers, but does not speak JMX"
        + said
        + ": give the port of -Dcom.sun.management.jmxremote.port, or an http:// URL for Jolokia";
  }

  private static Exception deepest(Exception failure) {
    Exception deepest = failure;
    while (next(deepest) instanceof Exception cause) {
      deepest = cause;
    }
    return deepest;
  }

  private static @Nullable Throwable next(Exception failure) {
    Throwable cause = failure.getCause();
    return cause instanceof NamingException naming && naming.getRootCause() != null
        ? naming.getRootCause()
        : cause;
  }
}
