package io.pickglass.demo.trouble;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Every 3.4 seconds all carriers are held for a second, by tasks that only wait.
 *
 * <p>What holds a carrier on JDK 25: since JEP 491 neither {@code synchronized} nor {@code
 * Object.wait} does, but a native frame on the stack does, and the JVM has one below every class
 * initializer. A thread that waits in there keeps its carrier, and the scheduler adds no other. A
 * class is initialized once only, so each plug-in is a hidden class of its own. Spinning would hold
 * carriers too, but could not be told from {@link CpuTrouble}.
 */
public final class CarriersTrouble extends Trouble {
  // No whole number of seconds, so that the tick of the sampler finds each moment of it in turn.
  static final Duration PERIOD = Duration.ofMillis(3_400);

  private @Nullable Thread loader;

  CarriersTrouble() {
    super(TroubleName.CARRIERS);
  }

  @Override
  void turned(boolean nowOn) {
    if (nowOn) {
      byte[] plugin = plugin();
      TaskMonitor plugins = Pickglass.monitor("plugins");
      // A platform thread: it must be able to run while no virtual thread can.
      loader =
          Thread.ofPlatform().daemon().name("plugin-loader").start(() -> loadAll(plugin, plugins));
    } else if (loader != null) {
      loader.interrupt();
      joinAll(List.of(loader));
      loader = null;
    }
  }

  private void loadAll(byte[] plugin, TaskMonitor plugins) {
    while (isOn()) {
      long next = System.nanoTime() + PERIOD.toNanos();
      List<Thread> loading =
          Stream.generate(() -> plugins.start(() -> load(plugin))).limit(carriers()).toList();
      try {
        for (Thread thread : loading) {
          thread.join();
        }
        Thread.sleep(Duration.ofNanos(next - System.nanoTime()));
      } catch (InterruptedException e) {
        loading.forEach(Thread::interrupt);
        joinAll(loading);
        return;
      }
    }
  }

  private static int carriers() {
    return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class).getParallelism();
  }

  private static void load(byte[] plugin) {
    try {
      MethodHandles.lookup().defineHiddenClass(plugin, true);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a plug-in must be in our own package", e);
    }
  }

  private static byte[] plugin() {
    try (InputStream in = Plugin.class.getResourceAsStream("Plugin.class")) {
      if (in == null) {
        throw new IllegalStateException("Plugin.class is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // They end within moments of their interrupt, so another interrupt may wait until then.
  private static void joinAll(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
