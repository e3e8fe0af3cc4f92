package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.task.TaskState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** How code that has returned has really ended. */
final class Outcomes {
  private Outcomes() {}

  /**
   * A Future swallows what its task throws, but does not deny it. Only the JDK's own and what
   * extends them are asked: anybody else's {@code state()} may block.
   *
   * @param task of which it is noted what the code has thrown
   */
  static Outcome of(@Nullable Object code, TaskState task) {
    try {
      Object asked = code instanceof RunnableCall<?> call ? call.code() : code;
      if (!(asked instanceof Future<?> future && isTheJdks(future) && future.isDone())) {
        return Outcome.RETURNED;
      }
      Outcome outcome = of(future.state());
      if (outcome == Outcome.FAILED) {
        failed(task, future.exceptionNow());
      }
      return outcome;
    } catch (Throwable e) {
      Guard.caught(e);
      return Outcome.RETURNED;
    }
  }

  /** Notes of the task what its code has thrown. */
  static void failed(TaskState task, Throwable thrown) {
    try {
      task.notes().failure(thrown);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private static Outcome of(Future.State state) {
    return switch (state) {
      case FAILED -> Outcome.FAILED;
      case CANCELLED -> Outcome.CANCELLED;
      case RUNNING, SUCCESS -> Outcome.RETURNED;
    };
  }

  private static boolean isTheJdks(Future<?> future) {
    return future instanceof FutureTask
        || future instanceof CompletableFuture
        || future instanceof ForkJoinTask;
  }
}
