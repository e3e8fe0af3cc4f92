package com.example.orders;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What the agent's beans say, asked by a program that knows nothing of the library. */
public final class Beans {
  private static final String CUMULATIVE = "pickglass:type=TaskMonitor,scope=cumulative,*";

  private Beans() {}

  /** Of each monitor: tasks, ended, failed, cancelled, polls. */
  public static Map<String, String> counts() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Map<String, String> counts = new TreeMap<>();
    for (ObjectName bean : server.queryNames(new ObjectName(CUMULATIVE), null)) {
      StringBuilder count = new StringBuilder();
      for (String name :
          new String[] {
            "InstrumentedCount", "EndedCount", "FailedCount", "CancelledCount", "PollCount"
          }) {
        count.append(' ').append(server.getAttribute(bean, name));
      }
      counts.put(bean.getKeyProperty("name"), count.toString().strip());
    }
    return counts;
  }

  /** Where the first task of a monitor was started. */
  public static String place(String monitor) throws JMException {
    ObjectName bean = new ObjectName("pickglass:type=TaskMonitor,name=" + monitor);
    return String.valueOf(ManagementFactory.getPlatformMBeanServer().getAttribute(bean, "Place"));
  }

  /** The names of the schedulers and pools. */
  public static Set<String> runtimes() throws JMException {
    Set<String> names = new TreeSet<>();
    for (ObjectName bean :
        ManagementFactory.getPlatformMBeanServer()
            .queryNames(new ObjectName("pickglass:type=RuntimeMonitor,scope=interval,*"), null)) {
      names.add(bean.getKeyProperty("name"));
    }
    return names;
  }

  /** An attribute of the library's own bean; empty while there is none. */
  public static String ofLibrary(String attribute) throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName bean = new ObjectName("pickglass:type=Pickglass");
    return server.isRegistered(bean) ? String.valueOf(server.getAttribute(bean, attribute)) : "";
  }

  /** Whether the agent was there, and has gone now; empty while there is none to be asked. */
  public static String detach() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName bean = new ObjectName("pickglass:type=Pickglass");
    return server.isRegistered(bean)
        ? String.valueOf(server.invoke(bean, "detach", new Object[0], new String[0]))
        : "";
  }

  /** Waits until the sampler has shown all monitors that were made before. */
  public static void awaitTick() throws JMException, InterruptedException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName sampler = new ObjectName("pickglass:type=Sampler");
    while (!server.isRegistered(sampler)) {
      Thread.sleep(10);
    }
    // The one that runs may have begun before.
    long enough = (long) server.getAttribute(sampler, "LastSequence") + 2;
    while ((long) server.getAttribute(sampler, "LastSequence") < enough) {
      Thread.sleep(10);
    }
  }

  /** The tasks of that kind: state, time lived and time in polls of each. */
  static String ofKind(String kind) throws JMException {
    CompositeData list =
        (CompositeData)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("pickglass:type=Tasks"),
                    "list",
                    new Object[] {"where kind = " + kind},
                    new String[] {"java.lang.String"});
    StringBuilder text = new StringBuilder();
    for (CompositeData row : (CompositeData[]) list.get("rows")) {
      for (String item : new String[] {"state", "totalNanos", "busyNanos"}) {
        text.append(row.get(item)).append(' ');
      }
    }
    return text.toString();
  }
}
