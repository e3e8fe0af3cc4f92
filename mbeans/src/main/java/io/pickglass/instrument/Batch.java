package io.pickglass.instrument;

import io.pickglass.task.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one {@code invokeAll} or {@code invokeAny}: all instrumented as it is called, those
 * that it does without cancelled as it returns.
 *
 * <p>Threads: made and closed by the caller; {@code over} is set by whichever task is the first to
 * be enough.
 */
final class Batch<T extends @Nullable Object> implements AutoCloseable {
  private final List<Callable<T>> calls = new ArrayList<>();
  private final boolean oneIsEnough;
  private final long deadline;
  private final boolean timed;
  private volatile boolean over;

  private Batch(boolean oneIsEnough, boolean timed, long timeoutNanos) {
    this.oneIsEnough = oneIsEnough;
    this.timed = timed;
    this.deadline = System.nanoTime() + timeoutNanos;
  }

  static <T extends @Nullable Object> Batch<T> of(
      View view, Collection<? extends Callable<T>> tasks, boolean oneIsEnough) {
    return new Batch<T>(oneIsEnough, false, 0).with(view, tasks);
  }

  static <T extends @Nullable Object> Batch<T> of(
      View view, Collection<? extends Callable<T>> tasks, boolean oneIsEnough, long timeoutNanos) {
    return new Batch<T>(oneIsEnough, true, timeoutNanos).with(view, tasks);
  }

  @SuppressWarnings("NullAway") // a null is the executor's to refuse, as it would without us
  private Batch<T> with(View view, Collection<? extends Callable<T>> tasks) {
    boolean read = false;
    try {
      for (Callable<T> task : tasks) {
        calls.add(
            task == null
                ? null
                : new OnePollCall<>(PlainTask.of(view, Places.of(task)), body(task))
                    .unwantedIf(this::isOver));
      }
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
    return this;
  }

  private Callable<T> body(Callable<T> task) {
    return !oneIsEnough
        ? task
        : () -> {
          T result = task.call();
          over = true;
          return result;
        };
  }

  /** Whether the executor cancels what still runs; then its interruption is no failure. */
  private boolean isOver() {
    return over || timed && System.nanoTime() - deadline >= 0;
  }

  /** What the executor shall run. */
  List<Callable<T>> calls() {
    return calls;
  }

  @Override
  public void close() {
    over = true;
    for (Callable<T> call : calls) {
      if (call instanceof OnePollCall<T> ours) {
        ours.refused();
      }
    }
  }
}
