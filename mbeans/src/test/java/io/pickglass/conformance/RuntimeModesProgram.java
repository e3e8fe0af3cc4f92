package io.pickglass.conformance;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.runtime.RuntimeMonitor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Watches a runtime of each kind and prints all that its beans of plain numbers have. */
final class RuntimeModesProgram {
  private RuntimeModesProgram() {}

  public static void main(String[] args) throws Exception {
    try {
      print(args);
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      // Its pools would keep it alive, and whoever waits for it.
      System.exit(1);
    }
  }

  private static void print(String[] args) throws Exception {
    System.out.println("mode=" + Pickglass.start().mode());
    Pickglass.flightRecorder(args.length > 0);
    Pickglass.starvationProbes(args.length > 0);
    Pickglass.carrierParks(args.length > 0);
    ExecutorService fixed = Executors.newFixedThreadPool(2);
    ExecutorService scheduled = Executors.newScheduledThreadPool(2);
    ForkJoinPool forkJoin = new ForkJoinPool(2);
    Pickglass.watch(fixed, "fixed");
    Pickglass.watch(scheduled, "scheduled");
    Pickglass.watch(forkJoin, "fork-join");
    for (ExecutorService pool : new ExecutorService[] {fixed, scheduled, forkJoin}) {
      Pickglass.monitor("tasks").executor(pool).submit(() -> {}).get();
    }
    Await.end(Pickglass.monitor("tasks").start(() -> {}));
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (RuntimeMonitor runtime : Pickglass.runtimes()) {
      ObjectName interval = ObjectNames.runtimeMonitor(runtime.name(), Scope.INTERVAL);
      Await.until(
          "there is an interval of " + runtime.name(),
          () -> names(server, interval).contains("WorkerCount"));
      print(server, runtime.name() + ".interval", interval);
      print(
          server,
          runtime.name() + ".cumulative",
          ObjectNames.runtimeMonitor(runtime.name(), Scope.CUMULATIVE));
      System.out.println(runtime.name() + ".kind=" + runtime.kind());
      System.out.println(runtime.name() + ".workers=" + runtime.workers().size());
    }
    Pickglass.stop();
  }

  private static String names(MBeanServer server, ObjectName bean) {
    try {
      return Arrays.stream(server.getMBeanInfo(bean).getAttributes())
          .map(MBeanAttributeInfo::getName)
          .collect(Collectors.joining(","));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(MBeanServer server, String prefix, ObjectName bean) throws Exception {
    String names = names(server, bean);
    System.out.println(prefix + ".attributes=" + names);
    for (Attribute attribute : server.getAttributes(bean, names.split(",", -1)).asList()) {
      System.out.println(prefix + "." + attribute.getName() + "=" + attribute.getValue());
    }
  }
}
