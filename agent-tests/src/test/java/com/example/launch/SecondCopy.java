package com.example.launch;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.management.ObjectName;

/**
 * A program with a part, as in an application server, that has a copy of the library for itself.
 */
public final class SecondCopy {
  private static final int EACH = 100;

  private SecondCopy() {}

  static final class Job implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }

  public static void main(String[] args) throws Exception {
    // The agent registers its beans while the program begins.
    awaitBean("pickglass:type=Pickglass");
    URL[] jar = {Path.of(args[0]).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Class<?> library = loader.loadClass("io.pickglass.Pickglass");
      Object tracking = library.getMethod("start").invoke(null);
      System.out.println(tracking.getClass().getMethod("mode").invoke(tracking));
      String reason = (String) tracking.getClass().getMethod("reason").invoke(tracking);
      System.out.println(
          reason.substring(reason.indexOf("another")).replaceFirst("\\(.*?\\)", "(VERSION)"));
      Object monitor = library.getMethod("monitor", String.class).invoke(null, "orders");
      Method start = monitor.getClass().getMethod("start", Runnable.class);
      Runnable task = new Job();
      for (int i = 0; i < EACH; i++) {
        ((Thread) start.invoke(monitor, task)).join();
        Thread.startVirtualThread(task).join();
      }
      System.out.println(ended("orders") + " " + ended("SecondCopy.Job"));
      Class<?> guard = loader.loadClass("io.pickglass.instrument.Guard");
      System.out.println(guard.getMethod("count").invoke(null) + " errors");
      library.getMethod("stop").invoke(null);
      System.out.println(System.getProperty("pickglass.version") != null);
    }
  }

  private static Object ended(String monitor) throws Exception {
    ObjectName bean = awaitBean("pickglass:type=TaskMonitor,name=" + monitor + ",scope=cumulative");
    return ManagementFactory.getPlatformMBeanServer().getAttribute(bean, "EndedCount");
  }

  private static ObjectName awaitBean(String name) throws Exception {
    ObjectName bean = new ObjectName(name);
    while (!ManagementFactory.getPlatformMBeanServer().isRegistered(bean)) {
      Thread.sleep(1);
    }
    return bean;
  }
}
