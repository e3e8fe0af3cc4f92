package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.task.View;
import java.util.concurrent.Delayed;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The future of a task that is to run at a certain time; a periodic one is polled by each run. */
final class TimedFuture<V extends @Nullable Object> extends HandedFuture<V>
    implements RunnableScheduledFuture<V> {
  private final TimedTask task;
  private volatile boolean dropped;

  private TimedFuture(TimedTask task, Pending pending) {
    super(task, pending);
    this.task = task;
  }

  static <V extends @Nullable Object> TimedFuture<V> of(
      View view, Place place, Pending pending, long delay, TimeUnit unit) {
    return new TimedFuture<>(TimedTask.of(view, place, unit.toNanos(delay)), pending);
  }

  /** Runs code again and again, each time some time after the run before was to begin. */
  Runnable atRate(Runnable code, long periodNanos) {
    return () -> run(code, run -> task.endRunAtRate(run, periodNanos));
  }

  /** Runs code again and again, each time some time after the run before has ended. */
  Runnable withDelay(Runnable code, long delayNanos) {
    return () -> run(code, run -> task.endRunWithDelay(run, delayNanos));
  }

  private interface EndOfRun {
    void accept(long run);
  }

  private void run(Runnable code, EndOfRun end) {
    long run = task.beginRun();
    boolean returned = false;
    try {
      code.run();
      returned = true;
    } catch (Throwable e) {
      Outcomes.failed(task, e);
      throw e;
    } finally {
      if (returned) {
        end.accept(run);
        // After that: whoever has dropped it meanwhile found it running, and left it to us.
        if (dropped) {
          finished(Outcome.CANCELLED);
        }
      } else {
        finished(Outcome.FAILED);
      }
    }
  }

  @Override
  public void dropped() {
    dropped = true;
    super.dropped();
  }

  private ScheduledFuture<V> scheduled() {
    return (ScheduledFuture<V>) own();
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return scheduled().getDelay(unit);
  }

  @Override
  public int compareTo(Delayed other) {
    return scheduled().compareTo(other instanceof TimedFuture<?> ours ? ours.scheduled() : other);
  }

  // The executor's own future orders; ours is the same for whoever has only ours.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public boolean isPeriodic() {
    return own() instanceof RunnableScheduledFuture<?> runnable && runnable.isPeriodic();
  }

  /** What the executor would have done; for who got it back from {@code shutdownNow}. */
  @Override
  public void run() {
    if (own() instanceof Runnable runnable) {
      runnable.run();
    }
  }
}
