package io.pickglass.instrument;

import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Lanes;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The scheduler that a watched virtual thread believes in. It sees every wake and forwards it to
 * the JVM's own scheduler.
 *
 * <p>Threads: any; it takes no lock, never blocks and throws only what the JVM's scheduler throws.
 * It is a ForkJoinPool because the JDK asks for one before it uses the pool's own timer, but no
 * thread of its own is ever started.
 */
final class Facade extends ForkJoinPool {
  private final ForkJoinPool scheduler;

  Facade(ForkJoinPool scheduler) {
    super(1);
    this.scheduler = scheduler;
  }

  /** Whether threads that submit themselves there may submit themselves here. */
  boolean standsFor(Executor other) {
    return other == scheduler || other == this;
  }

  /** A wake, if it is one of our tasks; else of a child that has inherited this scheduler. */
  @Override
  public void execute(Runnable continuation) {
    if (continuation instanceof VirtualTask task && task.isFirstSubmission()) {
      start(task);
    } else {
      if (continuation instanceof VirtualTask task) {
        task.submitted();
      }
      scheduler.execute(continuation);
    }
  }

  private void start(VirtualTask task) {
    Lane lane = Lanes.current();
    task.starts(lane);
    boolean started = false;
    try {
      if (lane != null) {
        // As the JDK does for threads of the default scheduler that are started on a carrier.
        scheduler.externalSubmit(ForkJoinTask.adapt(task));
      } else {
        scheduler.execute(task);
      }
      started = true;
    } finally {
      if (!started) {
        task.neverStarted();
      }
    }
  }

  /** Called on the carrier as a timed wait begins, in the very poll that it ends. */
  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return scheduler.schedule(ours(command, unit.toNanos(delay)), delay, unit);
  }

  private static Runnable ours(Runnable command, long delayNanos) {
    try {
      Lane lane = Lanes.current();
      return lane != null && lane.polling() instanceof VirtualTask task
          ? task.timer(command, delayNanos)
          : command;
    } catch (Throwable e) {
      // Thrown into the JDK's unmounting of a thread, it would lose that thread.
      Guard.caught(e);
      return command;
    }
  }
}
