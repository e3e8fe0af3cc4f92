package com.example.launch;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Starts as many virtual threads as it is told, and prints what was seen of them. */
public final class Threads {
  private static final ObjectName TASKS =
      name("pickglass:type=TaskMonitor,name=Threads.Job,scope=cumulative");
  private static final ObjectName LIBRARY = name("pickglass:type=Pickglass");

  private Threads() {}

  record Job(CountDownLatch left) implements Runnable {
    @Override
    public void run() {
      left.countDown();
    }
  }

  private static ObjectName name(String name) {
    try {
      return new ObjectName(name);
    } catch (javax.management.MalformedObjectNameException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    CountDownLatch left = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      Thread.startVirtualThread(new Job(left));
    }
    left.await();
    System.out.println(seen(args.length == 1));
  }

  private static String seen(boolean watched) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    if (!watched) {
      return server.isRegistered(LIBRARY) ? "watched" : "not watched";
    }
    while (!server.isRegistered(TASKS) || ended(server) != begun(server)) {
      Thread.sleep(1);
    }
    return begun(server)
        + " tasks, "
        + server.getAttribute(TASKS, "PollCount")
        + " polls, "
        + server.getAttribute(LIBRARY, "InternalErrorCount")
        + " errors";
  }

  private static long begun(MBeanServer server) throws Exception {
    return (long) server.getAttribute(TASKS, "InstrumentedCount");
  }

  private static long ended(MBeanServer server) throws Exception {
    return (long) server.getAttribute(TASKS, "EndedCount");
  }
}
