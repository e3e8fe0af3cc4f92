package com.example.launch;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A program that watches some of its threads itself; it is started with the agent besides. */
public final class Library {
  private static final int EACH = 100;

  private Library() {}

  public static void main(String[] args) throws Exception {
    System.out.println(Pickglass.start().mode());
    TaskMonitor orders = Pickglass.monitor("orders");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      threads.add(orders.start(() -> Thread.yield()));
      threads.add(Thread.startVirtualThread(Library::other));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(counts());
  }

  private static void other() {
    Thread.yield();
  }

  private static TreeMap<String, Object> counts() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName all = new ObjectName("pickglass:type=TaskMonitor,scope=cumulative,*");
    while (server.queryNames(all, null).size() < 2) {
      Thread.sleep(1);
    }
    TreeMap<String, Object> counts = new TreeMap<>();
    for (ObjectName bean : server.queryNames(all, null)) {
      counts.put(bean.getKeyProperty("name"), server.getAttribute(bean, "EndedCount"));
    }
    return counts;
  }
}
