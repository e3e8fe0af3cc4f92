package io.pickglass.jmx;

import io.pickglass.model.RuntimeInterval;
import io.pickglass.mxbean.RuntimeIntervals;
import io.pickglass.mxbean.RuntimeMonitorMBean;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.sampling.History;
import io.pickglass.sampling.Sampler;
import java.time.Instant;
import javax.management.openmbean.CompositeData;

/** A runtime as an MBean. */
final class RuntimeMonitorBean implements RuntimeMonitorMBean {
  private final RuntimeMonitor runtime;
  private final Sampler sampler;
  private final History<RuntimeInterval> history;
  private final Instant madeAt = Instant.now();

  RuntimeMonitorBean(RuntimeMonitor runtime, Sampler sampler) {
    this.runtime = runtime;
    this.sampler = sampler;
    this.history = sampler.history(runtime);
  }

  @Override
  public String getDisplayName() {
    return runtime.displayName();
  }

  @Override
  public String getKind() {
    return runtime.kind().name();
  }

  @Override
  public CompositeData getCumulative() {
    return RuntimeIntervals.toComposite(cumulative());
  }

  @Override
  public CompositeData getLastInterval() {
    return RuntimeIntervals.toComposite(lastInterval());
  }

  @Override
  public CompositeData[] intervals(long after, int max) {
    return history.after(after, max).stream()
        .map(RuntimeIntervals::toComposite)
        .toArray(CompositeData[]::new);
  }

  RuntimeInterval cumulative() {
    long sequence = sampler.lastSequence();
    RuntimeMonitor.Cut all = runtime.cumulative();
    return new RuntimeInterval(runtime.name(), sequence, madeAt, all.elapsedNanos(), all.metrics());
  }

  RuntimeInterval lastInterval() {
    return history.lastOrZero();
  }
}
