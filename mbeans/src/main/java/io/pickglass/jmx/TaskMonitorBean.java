package io.pickglass.jmx;

import io.pickglass.evidence.SlowPolls;
import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.mxbean.SlowPollShape;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.sampling.History;
import io.pickglass.sampling.Sampler;
import java.time.Instant;
import javax.management.openmbean.CompositeData;

/** A monitor as an MBean. */
final class TaskMonitorBean implements TaskMonitorMBean {
  private final TaskTotals totals;
  private final String displayName;
  private final String place;
  private final Sampler sampler;
  private final SlowPolls slowPolls;
  private final History<TaskInterval> history;
  private final long madeNanos;
  private final Instant madeAt;

  TaskMonitorBean(Registry.Entry entry, Sampler sampler, SlowPolls slowPolls) {
    this.totals = entry.totals();
    this.displayName = entry.displayName();
    this.place = entry.place();
    this.sampler = sampler;
    this.slowPolls = slowPolls;
    this.history = sampler.history(totals);
    this.madeNanos = totals.clock().nanos();
    this.madeAt = Instant.now();
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  @Override
  public String getPlace() {
    return place;
  }

  @Override
  public boolean isEnabled() {
    return totals.onOff().isOn();
  }

  @Override
  public void setEnabled(boolean on) {
    totals.onOff().turn(on);
  }

  @Override
  public long getSlowPollThresholdNanos() {
    return totals.thresholds().slowPollNanos();
  }

  @Override
  public void setSlowPollThresholdNanos(long nanos) {
    totals.thresholds().slowPollNanos(nanos);
  }

  @Override
  public long getLongDelayThresholdNanos() {
    return totals.thresholds().longDelayNanos();
  }

  @Override
  public void setLongDelayThresholdNanos(long nanos) {
    totals.thresholds().longDelayNanos(nanos);
  }

  @Override
  public long getEvidenceThresholdNanos() {
    return totals.thresholds().evidenceNanos();
  }

  @Override
  public void setEvidenceThresholdNanos(long nanos) {
    totals.thresholds().evidenceNanos(nanos);
  }

  @Override
  public CompositeData getCumulative() {
    return TaskIntervals.toComposite(cumulative());
  }

  @Override
  public CompositeData getLastInterval() {
    return TaskIntervals.toComposite(lastInterval());
  }

  @Override
  public CompositeData[] intervals(long after, int max) {
    return history.after(after, max).stream()
        .map(TaskIntervals::toComposite)
        .toArray(CompositeData[]::new);
  }

  @Override
  public CompositeData slowPolls(int maxStacks) {
    return SlowPollShape.toComposite(slowPolls.of(totals.name()).withStacks(maxStacks));
  }

  TaskInterval cumulative() {
    long sequence = sampler.lastSequence();
    Snapshot snapshot = totals.snapshot();
    long elapsed = snapshot.at() - madeNanos;
    return new TaskInterval(totals.name(), sequence, madeAt, elapsed, totals.cumulative(snapshot));
  }

  TaskInterval lastInterval() {
    return history.lastOrZero();
  }
}
