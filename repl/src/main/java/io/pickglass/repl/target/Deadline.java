package io.pickglass.repl.target;

import io.pickglass.repl.target.TargetException.Kind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs what may hang in a thread of its own and gives it up when its time is over.
 *
 * <p>Threads: the caller only waits, and may be interrupted meanwhile. A worker that was given up
 * is interrupted; its result is dropped.
 */
public final class Deadline {
  private Deadline() {}

  /**
   * Runs network code. In a virtual thread, because there an interrupt closes the socket it hangs
   * on, so that no thread stays behind.
   *
   * @param subject what is waited for, as the beginning of a sentence
   */
  public static <T> T call(Duration timeout, String subject, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().name("pickglass-ask").start(task);
    return await(timeout, subject, task);
  }

  /**
   * Runs code that blocks in native methods, as attaching to a process does. In a platform thread,
   * because a virtual one would take its carrier with it.
   */
  public static <T> T callNative(Duration timeout, String subject, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("pickglass-attach").start(task);
    return await(timeout, subject, task);
  }

  private static <T> T await(Duration timeout, String subject, FutureTask<T> task) {
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new TargetException(
          Kind.UNREACHABLE,
          "%s did not answer within %s: is it the right target, and does it run? `--timeout 30s` or `set timeout 30s` waits longer"
              .formatted(subject, Timeouts.text(timeout)),
          e);
    } catch (InterruptedException e) {
      task.cancel(true);
      throw new StoppedException();
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException("the target could not be asked", failure);
    };
  }
}
