package io.pickglass.conformance;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.Guard;
import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.sampling.IntervalReader;
import io.pickglass.sampling.Sampler;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.ObjectName;

/**
 * Makes and removes monitors with all wires open, in several threads and many times: those of one
 * thread alone, and those of all. Prints what is left.
 */
final class RemovalProgram {
  private static final int THREADS = 4;

  private RemovalProgram() {}

  public static void main(String[] args) throws Exception {
    int cycles = Integer.parseInt(args[0]);
    Pickglass.start();
    var server = ManagementFactory.getPlatformMBeanServer();
    server.setAttribute(ObjectNames.SAMPLER, new Attribute("IntervalMillis", 10L));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      threads.add(Thread.ofPlatform().start(() -> cycles(thread, cycles / THREADS)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("listed=" + Pickglass.monitors().size());
    System.out.println("kept=" + ((Map<?, ?>) held("MONITORS")).size());
    System.out.println("histories=" + sampler().historyCount());
    System.out.println("beans=" + server.queryNames(new ObjectName("pickglass:*"), null).size());
    System.out.println("errors=" + Guard.count() + " " + Guard.last());
    System.out.println("ticks=" + server.getAttribute(ObjectNames.SAMPLER, "LastSequence"));
    Pickglass.monitor("again").run(() -> {});
    System.out.println("again=" + server.isRegistered(ObjectNames.taskMonitor("again")));
  }

  private static Object held(String field) throws ReflectiveOperationException {
    Field held = Pickglass.class.getDeclaredField(field);
    held.setAccessible(true);
    return held.get(null);
  }

  private static Sampler sampler() throws ReflectiveOperationException {
    Method sampler = Pickglass.class.getDeclaredMethod("sampler");
    sampler.setAccessible(true);
    return (Sampler) sampler.invoke(null);
  }

  private static void cycles(int thread, int count) {
    for (int i = 0; i < count; i++) {
      // Long, so that it would be seen if names were kept.
      String name = i % 4 == 0 ? "shared" : "x".repeat(150) + thread + "-" + i;
      TaskMonitor monitor = Pickglass.monitor(name);
      monitor.run(() -> {});
      IntervalReader<TaskInterval> reader = Pickglass.intervals(monitor);
      Pickglass.remove(monitor);
      reader.next();
    }
  }
}
