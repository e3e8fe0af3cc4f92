package io.pickglass;

import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Outcome;
import io.pickglass.monitor.Notes;
import io.pickglass.task.TaskState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that is run by somebody else's scheduler, which tells here what it does with it: Netty's,
 * Reactor's, Kotlin's, anybody's.
 *
 * {@snippet class="io.pickglass.TaskHandleTest" region="handle"}
 *
 * <p>Made while its monitor is switched off, it only runs what it is given.
 *
 * <p>Threads: {@link #wake} and {@link #end} any; polls one after the other, each ordered before
 * the next by its caller.
 */
public final class TaskHandle {
  private final String name;

  // Null where it is not watched.
  private final @Nullable PlainTask task;

  TaskHandle(String name, @Nullable PlainTask task) {
    this.name = name;
    this.task = task;
  }

  /** The task's name. */
  public String name() {
    return name;
  }

  /** What is noted of it; of one that is not watched nothing. */
  Notes notes() {
    return task == null ? new Notes() : task.notes();
  }

  /** The task is ready to be polled. Between two polls the first wake counts. */
  public void wake() {
    if (task != null) {
      task.wake();
    }
  }

  /** Runs code as one poll; one that throws is a poll, too. */
  public void poll(Runnable code) {
    Objects.requireNonNull(code);
    long poll = beginPoll();
    try {
      code.run();
    } finally {
      endPoll(poll);
    }
  }

  /** Runs code as one poll and returns what it returns. */
  public <T extends @Nullable Object, X extends Exception> T poll(Body<T, X> code) throws X {
    Objects.requireNonNull(code);
    long poll = beginPoll();
    try {
      return code.call();
    } finally {
      endPoll(poll);
    }
  }

  private long beginPoll() {
    return task == null ? TaskState.OVER : task.beginPoll();
  }

  private void endPoll(long poll) {
    if (task != null) {
      task.endPoll(poll);
    }
  }

  /** The task is over; a second end changes nothing. */
  public void end(Outcome outcome) {
    Objects.requireNonNull(outcome);
    if (task != null) {
      task.end(outcome);
    }
  }
}
