package io.pickglass.sampling;

import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.runtime.RuntimeMonitor;
import java.time.Instant;

/** A runtime, of which the sampler makes intervals; the first one begins when it is watched. */
final class RuntimeSubject implements Subject<RuntimeInterval> {
  private final RuntimeMonitor runtime;
  private Instant latestAt;
  private RuntimeMetrics latestMetrics = new RuntimeMetrics.Builder().build();

  RuntimeSubject(RuntimeMonitor runtime, Instant now) {
    this.runtime = runtime;
    this.latestAt = now;
  }

  @Override
  public RuntimeInterval cut(Tick tick) {
    RuntimeMonitor.Cut cut = runtime.cut(tick.sight(), tick.nanos());
    latestMetrics = cut.metrics().equals(latestMetrics) ? latestMetrics : cut.metrics();
    RuntimeInterval interval =
        new RuntimeInterval(
            runtime.name(), tick.sequence(), latestAt, cut.elapsedNanos(), latestMetrics);
    latestAt = tick.now();
    return interval;
  }

  @Override
  public Object packed(RuntimeInterval interval) {
    return interval.metrics();
  }

  @Override
  public RuntimeInterval unpacked(long sequence, Stretch stretch, Object packed) {
    return new RuntimeInterval(
        runtime.name(), sequence, stretch.start(), stretch.elapsedNanos(), (RuntimeMetrics) packed);
  }

  @Override
  public RuntimeInterval nothing() {
    return new RuntimeInterval(
        runtime.name(), 0, Instant.EPOCH, 0, new RuntimeMetrics.Builder().build());
  }
}
