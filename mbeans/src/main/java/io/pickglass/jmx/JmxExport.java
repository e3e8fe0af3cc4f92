package io.pickglass.jmx;

import io.pickglass.evidence.SlowPolls;
import io.pickglass.lint.Warnings;
import io.pickglass.lint.WarningsThread;
import io.pickglass.listing.TaskListing;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.PickglassMXBean;
import io.pickglass.mxbean.ResourcesMXBean;
import io.pickglass.mxbean.RuntimesMXBean;
import io.pickglass.mxbean.SamplerMXBean;
import io.pickglass.mxbean.TasksMXBean;
import io.pickglass.resource.Resources;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers the MBeans: those of the library at once, those of a monitor or runtime from its making
 * to its removal.
 *
 * <p>Errors: a bean that cannot be registered is passed on to the consumer and left out.
 */
public final class JmxExport implements AutoCloseable {
  private final Beans beans;
  private final Registry registry;
  private final Sampler sampler;
  private final SlowPolls slowPolls;

  // What is the matter with a task, once there is somebody who knows.
  private volatile Function<TaskReading, List<String>> warningsOf = _ -> List.of();
  private final BeansByName<Registry.Entry> ofMonitors;
  private final BeansByName<RuntimeMonitor> ofRuntimes;
  private final Registry.Listener monitors =
      new Registry.Listener(this::changed, this::changed, true);
  private final Runtimes.Listener runtimes = new Runtimes.Listener(this::changed, this::changed);
  private final List<ObjectName> registered = new CopyOnWriteArrayList<>();
  private final List<Runnable> atClose = new CopyOnWriteArrayList<>();

  /** An export without slow polls. */
  public JmxExport(
      MBeanServer server, Consumer<Throwable> errors, Registry registry, Sampler sampler) {
    this(server, errors, registry, sampler, new SlowPolls());
  }

  /** An export to that server of the monitors of a registry and of the sampler's runtimes. */
  public JmxExport(
      MBeanServer server,
      Consumer<Throwable> errors,
      Registry registry,
      Sampler sampler,
      SlowPolls slowPolls) {
    this.slowPolls = slowPolls;
    this.beans = new Beans(server, errors);
    this.registry = registry;
    this.sampler = sampler;
    this.ofMonitors =
        new BeansByName<>(
            beans, registry::named, new MonitorBeans(beans, sampler, slowPolls)::register);
    this.ofRuntimes =
        new BeansByName<>(
            beans, sampler.runtimes()::named, new RuntimeBeans(beans, sampler)::register);
  }

  /** Registers everything there is and will be. */
  public void open(SamplerThread thread, AgentControl agent, String version) {
    beans.register(
        registered,
        ObjectNames.PICKGLASS,
        () ->
            new DescribedBean<>(
                new PickglassBean(registry, agent, version, Instant.now()), PickglassMXBean.class));
    beans.register(
        registered,
        ObjectNames.SAMPLER,
        () -> new DescribedBean<>(new SamplerBean(sampler, thread), SamplerMXBean.class));
    beans.register(
        registered,
        ObjectNames.RUNTIMES,
        () -> new DescribedBean<>(new RuntimesBean(sampler.runtimes()), RuntimesMXBean.class));
    beans.register(
        registered,
        ObjectNames.TASKS,
        () ->
            new DescribedBean<>(
                new TasksBean(
                    registry,
                    new TaskListing(registry, InstantSource.system()),
                    slowPolls,
                    sampler.runtimes().recorder().waits(),
                    task -> warningsOf.apply(task)),
                TasksMXBean.class));
    registry.onEach(monitors);
    sampler.runtimes().onEach(runtimes);
  }

  /** Registers what tasks wait for. */
  public void open(Resources resources) {
    beans.register(
        registered,
        ObjectNames.RESOURCES,
        () -> new DescribedBean<>(new ResourcesBean(resources), ResourcesMXBean.class));
  }

  /** Registers the warnings, and tells who listens of each. */
  public void open(Warnings warnings, WarningsThread thread) {
    beans.register(
        registered,
        ObjectNames.WARNINGS,
        () -> {
          NotifyingBean bean =
              new NotifyingBean(new WarningsBean(warnings, thread, new Outbox(beans.errors())));
          warnings.onChange(bean);
          atClose.add(() -> warnings.forget(bean));
          warningsOf = warnings::of;
          return bean;
        });
  }

  /** Takes away what it has registered. */
  @Override
  public void close() {
    registry.forget(monitors);
    sampler.runtimes().forget(runtimes);
    atClose.forEach(Runnable::run);
    registered.forEach(beans::unregister);
    registered.clear();
    ofMonitors.close();
    ofRuntimes.close();
  }

  private void changed(Registry.Entry entry) {
    ofMonitors.changed(entry.totals().name());
  }

  private void changed(RuntimeMonitor runtime) {
    ofRuntimes.changed(runtime.name());
  }
}
