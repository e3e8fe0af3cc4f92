package io.pickglass.sampling;

import io.pickglass.catalog.Needs;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import java.time.Instant;
import java.util.Map;

/** A task monitor, of which the sampler makes intervals. */
final class MonitorSubject implements Subject<TaskInterval> {
  // One for all monitors: most have no tasks in most intervals, and many never had any.
  private static final byte[] NOTHING =
      TaskMetrics.of(Map.of()).without(Needs.FLIGHT_RECORDER).packed();

  private final TaskTotals totals;
  private final Snapshot latest = Snapshot.empty(0);
  private byte[] kept = NOTHING;

  MonitorSubject(TaskTotals totals) {
    this.totals = totals;
  }

  @Override
  public Object cut(Tick tick) {
    Snapshot now = tick.room().snapshotLike(latest);
    totals.read(now, tick.at().nanos(), tick.endedEpoch(), tick.room());
    kept = now.epochSince(latest, tick.room(), kept);
    totals.countLivedTime(now);
    latest.set(now);
    return kept;
  }

  @Override
  public TaskInterval interval(long sequence, Stretch stretch, Object kept) {
    TaskMetrics metrics = TaskMetrics.unpacked((byte[]) kept);
    return new TaskInterval(
        totals.name(), sequence, stretch.start(), stretch.elapsedNanos(), metrics);
  }

  @Override
  public TaskInterval nothing() {
    return new TaskInterval(totals.name(), 0, Instant.EPOCH, 0, totals.nothing());
  }
}
