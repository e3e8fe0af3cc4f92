package io.pickglass.instrument;

import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A task of an {@link ExecutorCompletionService}, which asks for a future and then executes another
 * one, its own, that runs the first and swallows how it ended. The two are brought together here:
 * the first is the task, the second only carries it.
 */
final class Completion extends OnePollTask {
  // Between the two steps, which one thread does one after the other.
  private static final ThreadLocal<@Nullable Made> MADE = new ThreadLocal<>();

  private final PlainTask task;

  private record Made(Object executor, PlainTask task) {}

  private Completion(PlainTask task, Runnable carrier) {
    super(task, carrier);
    this.task = task;
  }

  /** The first step: a future was made for a task of that executor. */
  static void made(Object executor, PlainTask task) {
    MADE.set(new Made(executor, task));
  }

  /** The second step, if the command is one; else null. */
  static @Nullable Completion of(Object executor, Runnable command) {
    if (!(command instanceof FutureTask)
        || command.getClass().getEnclosingClass() != ExecutorCompletionService.class) {
      return null;
    }
    Made made = MADE.get();
    // Not removed: to look in vain would then make an entry each time.
    MADE.set(null);
    return made == null || made.executor() != executor
        ? null
        : new Completion(made.task(), command);
  }

  @Override
  public void run() {
    try {
      code().run();
    } finally {
      // The future was cancelled before, and so the carrier had nothing to run.
      task.endUnpolled();
    }
  }
}
