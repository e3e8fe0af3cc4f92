package io.pickglass;

import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Outcome;
import io.pickglass.task.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that is run by somebody else's scheduler, which tells here what it does with it: Netty's,
 * Reactor's, Kotlin's, anybody's.
 *
 * {@snippet class="io.pickglass.TaskHandleTest" region="handle"}
 *
 * <p>Threads: {@link #wake} and {@link #end} any; polls one after the other, each ordered before
 * the next by its caller.
 */
public final class TaskHandle {
  private final String name;
  private final PlainTask task;

  TaskHandle(String name, View view) {
    this.name = name;
    this.task = PlainTask.of(view);
  }

  /** The task's name. */
  public String name() {
    return name;
  }

  /** The task is ready to be polled. Between two polls the first wake counts. */
  public void wake() {
    task.wake();
  }

  /** Runs code as one poll; one that throws is a poll, too. */
  public void poll(Runnable code) {
    Objects.requireNonNull(code);
    long poll = task.beginPoll();
    try {
      code.run();
    } finally {
      task.endPoll(poll);
    }
  }

  /** Runs code as one poll and returns what it returns. */
  public <T extends @Nullable Object, X extends Exception> T poll(Body<T, X> code) throws X {
    Objects.requireNonNull(code);
    long poll = task.beginPoll();
    try {
      return code.call();
    } finally {
      task.endPoll(poll);
    }
  }

  /** The task is over; a second end changes nothing. */
  public void end(Outcome outcome) {
    task.end(Objects.requireNonNull(outcome));
  }
}
