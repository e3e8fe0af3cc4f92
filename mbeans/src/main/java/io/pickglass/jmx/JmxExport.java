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
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers the MBeans: those of the library at once, those of a monitor as it is made.
 *
 * <p>Errors: a bean that cannot be registered is passed on to the consumer and left out.
 */
public final class JmxExport {
  private final MBeanServer server;
  private final Consumer<Throwable> errors;

  /** An export to that server. */
  public JmxExport(MBeanServer server, Consumer<Throwable> errors) {
    this.server = server;
    this.errors = errors;
  }

  /** Registers everything there is and will be. */
  public void export(Registry registry, Sampler sampler, SamplerThread thread, String version) {
    PickglassBean pickglass = new PickglassBean(registry, version, Instant.now());
    register(new DescribedBean<>(pickglass, PickglassMXBean.class), ObjectNames.PICKGLASS);
    SamplerBean samplerBean = new SamplerBean(sampler, thread);
    register(new DescribedBean<>(samplerBean, SamplerMXBean.class), ObjectNames.SAMPLER);
    registry.onEach(entry -> export(entry, sampler));
  }

  private void export(Registry.Entry entry, Sampler sampler) {
    String name = entry.totals().name();
    TaskMonitorBean bean = new TaskMonitorBean(entry, sampler);
    register(new DescribedBean<>(bean, TaskMonitorMBean.class), ObjectNames.taskMonitor(name));
    register(
        new ScopeBean(Scope.CUMULATIVE, bean::cumulative),
        ObjectNames.taskMonitor(name, Scope.CUMULATIVE));
    register(
        new ScopeBean(Scope.INTERVAL, bean::lastInterval),
        ObjectNames.taskMonitor(name, Scope.INTERVAL));
  }

  private void register(Object bean, ObjectName name) {
    try {
      server.registerMBean(bean, name);
    } catch (JMException | RuntimeException e) {
      errors.accept(e);
    }
  }
}
