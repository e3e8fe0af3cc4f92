package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lanes;
import io.pickglass.task.BranchingTask;
import io.pickglass.task.Reported;
import io.pickglass.task.View;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous pipeline as one task, and the executor that its stages are given.
 *
 * <p>Threads: any, as the executor behind it. Errors: those of that executor and of the pipeline,
 * unchanged.
 */
public final class Pipeline implements Executor {
  private final Executor delegate;
  private final BranchingTask task;

  private Pipeline(Executor delegate, BranchingTask task) {
    this.delegate = delegate;
    this.task = task;
  }

  /** Runs a pipeline as a task of the monitor of that view; its last stage ends the task. */
  public static <S extends @Nullable CompletionStage<?>> S start(
      View view, Executor executor, Function<Executor, S> code) {
    Objects.requireNonNull(executor);
    Objects.requireNonNull(code);
    BranchingTask task = new BranchingTask(view, Places.of(code));
    Pipeline pipeline = new Pipeline(executor, task);
    pipeline.book(() -> task.instrumented(Lanes.current()));
    boolean returned = false;
    S last;
    try {
      last = code.apply(pipeline);
      returned = true;
    } finally {
      if (!returned) {
        pipeline.end(Outcome.FAILED);
      }
    }
    pipeline.endWith(last);
    return last;
  }

  private void endWith(@Nullable CompletionStage<?> last) {
    if (last == null) {
      end(Outcome.RETURNED);
      return;
    }
    try {
      last.whenComplete((value, thrown) -> endWith(outcome(thrown), thrown));
    } catch (Throwable e) {
      // Not a stage that keeps the contract: nobody will tell when it is over.
      Guard.caught(e);
      end(Outcome.RETURNED);
    }
  }

  private void endWith(Outcome outcome, @Nullable Throwable thrown) {
    if (outcome == Outcome.FAILED && thrown != null) {
      Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
      book(() -> task.notes().failure(cause == null ? thrown : cause));
    }
    end(outcome);
  }

  private static Outcome outcome(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> Outcome.RETURNED;
      case CancellationException _ -> Outcome.CANCELLED;
      default -> Outcome.FAILED;
    };
  }

  private void end(Outcome outcome) {
    book(() -> task.end(Lanes.current(), outcome));
  }

  private void book(Runnable booking) {
    try {
      booking.run();
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  @Override
  public void execute(Runnable command) {
    Objects.requireNonNull(command);
    book(() -> task.wake(Lanes.current()));
    boolean taken = false;
    try {
      delegate.execute(new Branch(command));
      taken = true;
    } finally {
      if (!taken) {
        book(task::refused);
      }
    }
  }

  @Override
  public String toString() {
    return delegate.toString();
  }

  /** What one stage runs: a poll of the task. */
  private final class Branch implements Runnable {
    private final Runnable code;

    Branch(Runnable code) {
      this.code = code;
    }

    @Override
    public void run() {
      // No poll has begun at the end of time.
      long poll = Long.MAX_VALUE;
      try {
        poll = task.pollStarted(Lanes.current());
      } catch (Throwable e) {
        Guard.caught(e);
      }
      Reported outer = enter(poll);
      try {
        code.run();
      } finally {
        end(poll, outer);
      }
    }

    private @Nullable Reported enter(long poll) {
      try {
        // What waits is the pipeline; since when each branch of it, nobody notes.
        return PollOfThread.enter(task, poll == Long.MAX_VALUE ? 0 : poll, -1);
      } catch (Throwable e) {
        Guard.caught(e);
        return null;
      }
    }

    private void end(long poll, @Nullable Reported outer) {
      try {
        task.pollEnded(Lanes.current(), poll);
      } catch (Throwable e) {
        Guard.caught(e);
      }
      try {
        PollOfThread.leave(task, outer, 0);
      } catch (Throwable e) {
        Guard.caught(e);
      }
    }

    @Override
    public String toString() {
      return code.toString();
    }
  }
}
