package io.pickglass.sampling;

import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import java.time.Instant;

/** A task monitor, of which the sampler makes intervals; the first one begins now. */
final class MonitorSubject implements Subject<TaskInterval> {
  private final TaskTotals totals;
  private Snapshot latest;
  private Instant latestAt;
  private TaskMetrics latestMetrics;

  MonitorSubject(TaskTotals totals, Instant now) {
    this.totals = totals;
    this.latest = Snapshot.empty(totals.clock().nanos());
    this.latestAt = now;
    this.latestMetrics = totals.nothing();
  }

  @Override
  public TaskInterval cut(Tick tick) {
    Snapshot snapshot = totals.snapshot(tick.nanos(), tick.endedEpoch(), tick.room());
    TaskMetrics metrics = snapshot.epochSince(latest, tick.room());
    // One object for all intervals in a row that are the same: where nothing happens.
    latestMetrics = metrics.equals(latestMetrics) ? latestMetrics : metrics;
    TaskInterval interval =
        new TaskInterval(
            totals.name(), tick.sequence(), latestAt, tick.nanos() - latest.at(), latestMetrics);
    totals.countLivedTime(snapshot);
    latest = snapshot;
    latestAt = tick.now();
    return interval;
  }

  @Override
  public Object packed(TaskInterval interval) {
    return interval.metrics().packed();
  }

  @Override
  public TaskInterval unpacked(long sequence, Stretch stretch, Object packed) {
    TaskMetrics metrics = TaskMetrics.unpacked((byte[]) packed);
    return new TaskInterval(
        totals.name(), sequence, stretch.start(), stretch.elapsedNanos(), metrics);
  }

  @Override
  public TaskInterval nothing() {
    return new TaskInterval(totals.name(), 0, Instant.EPOCH, 0, totals.nothing());
  }
}
