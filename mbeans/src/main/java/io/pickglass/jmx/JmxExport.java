package io.pickglass.jmx;

import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.PickglassMXBean;
import io.pickglass.mxbean.SamplerMXBean;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers the MBeans: those of the library at once, those of a monitor as it is made.
 *
 * <p>Errors: a bean that cannot be registered is passed on to the consumer and left out.
 */
public final class JmxExport implements AutoCloseable {
  private final MBeanServer server;
  private final Consumer<Throwable> errors;
  private final Registry registry;
  private final Sampler sampler;
  private final Consumer<Registry.Entry> exporter = this::export;
  private final Queue<ObjectName> registered = new ConcurrentLinkedQueue<>();

  /** An export to that server of the monitors of a registry. */
  public JmxExport(
      MBeanServer server, Consumer<Throwable> errors, Registry registry, Sampler sampler) {
    this.server = server;
    this.errors = errors;
    this.registry = registry;
    this.sampler = sampler;
  }

  /** Registers everything there is and will be. */
  public void open(SamplerThread thread, String version) {
    register(
        ObjectNames.PICKGLASS,
        () ->
            new DescribedBean<>(
                new PickglassBean(registry, version, Instant.now()), PickglassMXBean.class));
    register(
        ObjectNames.SAMPLER,
        () -> new DescribedBean<>(new SamplerBean(sampler, thread), SamplerMXBean.class));
    registry.onEach(exporter);
  }

  /** Takes away what it has registered. */
  @Override
  public void close() {
    registry.forget(exporter);
    for (ObjectName name = registered.poll(); name != null; name = registered.poll()) {
      try {
        server.unregisterMBean(name);
      } catch (Exception e) {
        errors.accept(e);
      }
    }
  }

  private void export(Registry.Entry entry) {
    try {
      String name = entry.totals().name();
      TaskMonitorBean bean = new TaskMonitorBean(entry, sampler);
      register(
          ObjectNames.taskMonitor(name), () -> new DescribedBean<>(bean, TaskMonitorMBean.class));
      register(
          ObjectNames.taskMonitor(name, Scope.CUMULATIVE),
          () -> new ScopeBean(Scope.CUMULATIVE, bean::cumulative));
      register(
          ObjectNames.taskMonitor(name, Scope.INTERVAL),
          () -> new ScopeBean(Scope.INTERVAL, bean::lastInterval));
    } catch (Throwable e) {
      // Called by whoever makes a monitor, which is the application.
      errors.accept(e);
    }
  }

  private void register(ObjectName name, Supplier<Object> bean) {
    try {
      server.registerMBean(bean.get(), name);
      registered.add(name);
    } catch (Throwable e) {
      errors.accept(e);
    }
  }
}
