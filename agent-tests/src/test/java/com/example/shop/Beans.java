package com.example.shop;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What the agent's beans say, asked by a program that knows nothing of the library. */
final class Beans {
  private Beans() {}

  /** Of each monitor: tasks, ended, failed, cancelled, polls. */
  static Map<String, String> counts() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Map<String, String> counts = new TreeMap<>();
    ObjectName all = new ObjectName("pickglass:type=TaskMonitor,scope=cumulative,*");
    for (ObjectName bean : server.queryNames(all, null)) {
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

  /** An attribute of the library's own bean; empty while there is none. */
  static String ofLibrary(String attribute) throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName bean = new ObjectName("pickglass:type=Pickglass");
    return server.isRegistered(bean) ? String.valueOf(server.getAttribute(bean, attribute)) : "";
  }

  /** What tasks wait for, of that kind: type, what was called, where, and how many wait. */
  static String waits(String kind) throws JMException {
    CompositeData list =
        (CompositeData)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("pickglass:type=Resources"),
                    "list",
                    new Object[] {"where kind = " + kind},
                    new String[] {String.class.getName()});
    List<String> waits = new ArrayList<>();
    for (CompositeData row : (CompositeData[]) list.get("rows")) {
      waits.add(
          "%s %s %s %s"
              .formatted(
                  row.get("type"), row.get("source"), row.get("location"), row.get("waiterCount")));
    }
    return waits.toString();
  }

  /** Waits until the sampler has shown all monitors that were made before. */
  static void awaitTick() throws JMException, InterruptedException {
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
}
