package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.ACTIVE_COUNT;
import static io.pickglass.catalog.RuntimeMetric.COMPENSATION_COUNT;
import static io.pickglass.catalog.RuntimeMetric.IDLE_WORKER_COUNT;
import static io.pickglass.catalog.RuntimeMetric.IO_REGISTERED_COUNT;
import static io.pickglass.catalog.RuntimeMetric.LIVE_TASK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.LOCAL_SCHEDULE_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MAX_POOL_SIZE;
import static io.pickglass.catalog.RuntimeMetric.MIGRATION_COUNT;
import static io.pickglass.catalog.RuntimeMetric.PINNED_COUNT;
import static io.pickglass.catalog.RuntimeMetric.PINNED_NANOS;
import static io.pickglass.catalog.RuntimeMetric.POOL_SIZE;
import static io.pickglass.catalog.RuntimeMetric.QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.REMOTE_SCHEDULE_COUNT;
import static io.pickglass.catalog.RuntimeMetric.SUBMIT_FAILED_COUNT;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.catalog.RuntimeKind;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Lanes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own scheduler of virtual threads. What its carriers poll is what they poll of watched
 * threads; of others nobody tells.
 */
final class SchedulerSource implements RuntimeSource {
  // As VirtualThread.createDefaultScheduler does.
  private static final String MAX_POOL_SIZE_PROPERTY = "jdk.virtualThreadScheduler.maxPoolSize";
  private static final int LEAST_MAX_POOL_SIZE = 256;

  private final @Nullable ForkJoinPool pool =
      VirtualThreadAccess.problem() == null ? VirtualThreadAccess.defaultScheduler() : null;
  private final BooleanSupplier seesPolls;
  private final FlightRecorder recorder;
  private final BooleanSupplier mayStopThreads;
  private final SocketPollers pollers = new SocketPollers();

  /**
   * The scheduler.
   *
   * @param seesPolls whether every poll of a watched thread is seen
   * @param mayStopThreads whether the parks of carriers are wanted, at that price
   */
  SchedulerSource(
      BooleanSupplier seesPolls, FlightRecorder recorder, BooleanSupplier mayStopThreads) {
    this.seesPolls = seesPolls;
    this.recorder = recorder;
    this.mayStopThreads = mayStopThreads;
  }

  @Override
  public boolean mayStopThreads() {
    return mayStopThreads.getAsBoolean();
  }

  @Override
  public RuntimeKind kind() {
    return RuntimeKind.VIRTUAL_THREADS;
  }

  @Override
  public boolean isOf(Object runtime) {
    return runtime == pool;
  }

  @Override
  public boolean isGone() {
    return false;
  }

  @Override
  public Values values() {
    Values values = pool != null ? ForkJoinNumbers.of(pool) : ofTheBean();
    values.put(
        MAX_POOL_SIZE,
        Integer.getInteger(
            MAX_POOL_SIZE_PROPERTY,
            (int) Math.max(values.get(WORKER_COUNT, 0), LEAST_MAX_POOL_SIZE)));
    if (knowsPolls()) {
      values.put(LIVE_TASK_COUNT, Lanes.liveCount());
      values.put(LOCAL_SCHEDULE_COUNT, Lanes.localWakeCount());
      values.put(REMOTE_SCHEDULE_COUNT, Lanes.remoteWakeCount());
      values.put(MIGRATION_COUNT, Lanes.migrationCount());
    }
    if (pollers.count() >= 0) {
      values.put(IO_REGISTERED_COUNT, pollers.count());
    }
    if (recorder.isOn()) {
      values.put(PINNED_COUNT, recorder.pinnedCount());
      values.put(PINNED_NANOS, recorder.pinnedNanos());
      values.put(SUBMIT_FAILED_COUNT, recorder.submitFailedCount());
    }
    return values;
  }

  /** What the JVM tells of a scheduler that is not open to us. */
  private static Values ofTheBean() {
    SchedulerBean bean = SchedulerBean.read();
    Values values = new Values();
    if (bean != null) {
      long active = Math.min(bean.poolSize(), bean.mounted());
      values.put(WORKER_COUNT, bean.parallelism());
      values.put(POOL_SIZE, bean.poolSize());
      values.put(ACTIVE_COUNT, active);
      values.put(IDLE_WORKER_COUNT, bean.poolSize() - active);
      values.put(COMPENSATION_COUNT, Math.max(0, bean.poolSize() - bean.parallelism()));
      values.put(QUEUE_DEPTH, bean.queued());
    }
    return values;
  }

  @Override
  public List<Thread> workers(PlatformThreads threads) {
    return List.copyOf(pool != null ? threads.of(pool) : threads.carriers());
  }

  @Override
  public void seat(Seats seats, List<Thread> workers, Map<Thread, ThreadFacts> facts, long now) {
    // Also those whose carrier has come and gone between two looks.
    for (Lane lane : Lanes.all()) {
      seats.lane(lane);
    }
    ForkJoinSource.seatByIndex(seats, workers, facts, now);
  }

  @Override
  public boolean knowsWorkers() {
    return true;
  }

  @Override
  public boolean knowsPolls() {
    return seesPolls.getAsBoolean();
  }

  @Override
  public boolean takesProbes() {
    return true;
  }

  @Override
  public Answer offer(Runnable probe) {
    if (!isTaken()) {
      return Answer.FREE;
    }
    // Not watched: it stands in no number of ours but the scheduler's own.
    Thread.ofVirtual().name("pickglass-probe").inheritInheritableThreadLocals(false).start(probe);
    return Answer.TAKEN;
  }

  private boolean isTaken() {
    if (pool != null) {
      return ForkJoinNumbers.isTaken(pool);
    }
    SchedulerBean bean = SchedulerBean.read();
    return bean == null || bean.mounted() >= bean.parallelism() || bean.queued() > 0;
  }

  @Override
  public void takeBack(Runnable probe) {
    // The probe is a thread, and ends when it is run.
  }

  @Override
  public void tick(PlatformThreads threads) {
    pollers.ask(threads);
  }
}
