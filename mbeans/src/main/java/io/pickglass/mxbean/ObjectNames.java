package io.pickglass.mxbean;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The names of all our MBeans; the only place with the domain. */
public final class ObjectNames {
  /** The JMX domain. */
  public static final String DOMAIN = "pickglass";

  /** The library as a whole. */
  public static final ObjectName PICKGLASS = name("type=Pickglass");

  /** The tasks, one by one. */
  public static final ObjectName TASKS = name("type=Tasks");

  /** What tasks wait for. */
  public static final ObjectName RESOURCES = name("type=Resources");

  /** What is the matter. */
  public static final ObjectName WARNINGS = name("type=Warnings");

  /** The sampler. */
  public static final ObjectName SAMPLER = name("type=Sampler");

  /** A pattern for the main bean of every task monitor, without its scopes. */
  public static final ObjectName TASK_MONITORS = name("type=TaskMonitor,name=*");

  /** All runtimes. */
  public static final ObjectName RUNTIMES = name("type=Runtimes");

  /** A pattern for the main bean of every runtime, without its scopes. */
  public static final ObjectName RUNTIME_MONITORS = name("type=RuntimeMonitor,name=*");

  /** Since the start, or the last completed interval: the two beans of plain numbers. */
  public enum Scope {
    /** Since the start of the monitor. */
    CUMULATIVE,
    /** The last completed interval. */
    INTERVAL;

    /** The value of the key {@code scope}. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private ObjectNames() {}

  /**
   * The main bean of a task monitor.
   *
   * @param monitor a monitor's name, of the characters {@code [A-Za-z0-9._-]} only
   * @throws IllegalArgumentException for any other character
   */
  public static ObjectName taskMonitor(String monitor) {
    return name("type=TaskMonitor,name=" + monitor);
  }

  /** The bean of plain numbers of a task monitor. */
  public static ObjectName taskMonitor(String monitor, Scope scope) {
    return name("type=TaskMonitor,name=" + monitor + ",scope=" + scope.key());
  }

  /**
   * The main bean of a runtime.
   *
   * @param runtime a runtime's name, of the characters {@code [A-Za-z0-9._-]} only
   * @throws IllegalArgumentException for any other character
   */
  public static ObjectName runtimeMonitor(String runtime) {
    return name("type=RuntimeMonitor,name=" + runtime);
  }

  /** The bean of plain numbers of a runtime. */
  public static ObjectName runtimeMonitor(String runtime, Scope scope) {
    return name("type=RuntimeMonitor,name=" + runtime + ",scope=" + scope.key());
  }

  /** The bean of a runtime's workers. */
  public static ObjectName workers(String runtime) {
    return name("type=Workers,name=" + runtime);
  }

  private static ObjectName name(String keys) {
    try {
      return new ObjectName(DOMAIN + ":" + keys);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException("not a name for an MBean: " + keys, e);
    }
  }
}
