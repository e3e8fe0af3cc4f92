package io.pickglass.sampling;

import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.runtime.RuntimeMonitor;
import java.time.Instant;

/** A runtime, of which the sampler makes intervals. */
final class RuntimeSubject implements Subject<RuntimeInterval> {
  private final RuntimeMonitor runtime;
  private RuntimeMetrics kept = new RuntimeMetrics.Builder().build();

  RuntimeSubject(RuntimeMonitor runtime) {
    this.runtime = runtime;
  }

  @Override
  public Object cut(Tick tick) {
    RuntimeMetrics metrics = runtime.cut(tick.sight(), tick.at().nanos());
    kept = metrics.equals(kept) ? kept : metrics;
    return kept;
  }

  @Override
  public RuntimeInterval interval(long sequence, Stretch stretch, Object kept) {
    return new RuntimeInterval(
        runtime.name(), sequence, stretch.start(), stretch.elapsedNanos(), (RuntimeMetrics) kept);
  }

  @Override
  public RuntimeInterval nothing() {
    return new RuntimeInterval(
        runtime.name(), 0, Instant.EPOCH, 0, new RuntimeMetrics.Builder().build());
  }
}
