package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A Callable as a task of one poll, whose end is booked before anybody can have its result. */
final class OnePollCall<V extends @Nullable Object> implements Callable<V> {
  private final PlainTask task;
  private final Callable<V> code;

  // Set before it is handed over, and never again.
  private BooleanSupplier cancelled = () -> false;

  OnePollCall(PlainTask task, Callable<V> code) {
    this.task = task;
    this.code = code;
  }

  /** Says who knows whether the result is no longer wanted: what it throws then is no failure. */
  OnePollCall<V> unwantedIf(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    return this;
  }

  @Override
  public V call() throws Exception {
    task.beginPoll();
    Outcome outcome = Outcome.FAILED;
    try {
      V result = code.call();
      outcome = Outcomes.of(code, task);
      return result;
    } catch (Throwable e) {
      Outcomes.failed(task, e);
      throw e;
    } finally {
      boolean gone = outcome == Outcome.FAILED && cancelled.getAsBoolean();
      task.end(gone ? Outcome.CANCELLED : outcome);
    }
  }

  /** It will not run any more; nothing happens if it has. */
  void refused() {
    task.endUnpolled();
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
