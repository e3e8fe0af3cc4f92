package io.pickglass.jmx;

import io.pickglass.mxbean.SamplerMXBean;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;

/** The sampler as an MXBean. */
record SamplerBean(Sampler sampler, SamplerThread thread) implements SamplerMXBean {
  @Override
  public long getIntervalMillis() {
    return thread.intervalMillis();
  }

  @Override
  public void setIntervalMillis(long millis) {
    thread.intervalMillis(millis);
  }

  @Override
  public int getHistoryLength() {
    return sampler.historyLength();
  }

  @Override
  public long getLastSequence() {
    return sampler.lastSequence();
  }

  @Override
  public long getLatenessNanos() {
    return thread.latenessNanos();
  }

  @Override
  public long getMaxLatenessNanos() {
    return thread.maxLatenessNanos();
  }

  @Override
  public long getCostNanos() {
    return thread.costNanos();
  }

  @Override
  public long getTotalCostNanos() {
    return thread.totalCostNanos();
  }
}
