package io.pickglass;

import io.pickglass.model.Outcome;
import io.pickglass.model.TaskReport;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What {@linkplain TaskMonitor#measured measured} code has returned or thrown, and what its task
 * did meanwhile.
 *
 * @param result what it returned; null if it threw
 * @param thrown what it threw; null if it returned
 * @param report what the task did in it
 */
public record Measured<T extends @Nullable Object>(
    @Nullable T result, @Nullable Throwable thrown, TaskReport report) {

  /** Runs the code as that section, which is open, and closes it. */
  static <T extends @Nullable Object> Measured<T> run(Section section, Body<T, ?> code) {
    TaskReport before = section.atEntry();
    T result = null;
    Throwable thrown = null;
    try {
      result = code.call();
    } catch (Throwable e) {
      thrown = e;
    }
    return new Measured<>(result, thrown, section.close(outcome(thrown), before));
  }

  /** How it ended; as cancelled if it threw because it was cancelled or interrupted. */
  public Outcome outcome() {
    return outcome(thrown);
  }

  private static Outcome outcome(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> Outcome.RETURNED;
      case CancellationException _, InterruptedException _ -> Outcome.CANCELLED;
      default -> Outcome.FAILED;
    };
  }

  /** What it returned; or throws what it threw, as it was. */
  @SuppressWarnings("NullAway") // null only where T allows it
  public T get() throws Exception {
    if (thrown != null) {
      rethrow(thrown);
    }
    return result;
  }

  // Also for what is neither an Exception nor an Error.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> void rethrow(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
