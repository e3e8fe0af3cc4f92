package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.task.View;
import java.lang.ref.Reference;

/**
 * A Runnable as a task of one poll: what an executor runs. What is listed among the live tasks does
 * not refer to the code, so that an executor that drops it silently gives it to the collector.
 */
public class OnePollTask implements Runnable {
  private final PlainTask task;
  private final Runnable code;

  OnePollTask(PlainTask task, Runnable code) {
    this.task = task;
    this.code = code;
  }

  /** A task that compares as its code does, for executors that order what they queue. */
  public static OnePollTask of(View view, Runnable code) {
    PlainTask task = PlainTask.of(view, Places.of(code));
    return code instanceof Comparable<?> comparable
        ? new Ordered(task, code, comparable)
        : new OnePollTask(task, code);
  }

  /** The same of a virtual thread whose polls are not seen: it may never be started. */
  static OnePollTask ofThread(View view, Place place, Runnable code) {
    return new OnePollTask(PlainTask.unlisted(view, place), code);
  }

  /** The application's own object. */
  final Runnable code() {
    return code;
  }

  /** It is given to an executor that may drop it without a word. */
  final void endIfDropped() {
    task.endIfDropped(this);
  }

  /** It will never run; nothing happens if it does. */
  final void refused() {
    task.endUnpolled();
  }

  @Override
  public void run() {
    task.beginPoll();
    // Until here: whoever runs it need not refer to it any more.
    Reference.reachabilityFence(this);
    Outcome outcome = Outcome.FAILED;
    try {
      runCode();
      outcome = Outcomes.of(code, task);
    } catch (Throwable e) {
      Outcomes.failed(task, e);
      throw e;
    } finally {
      task.end(outcome);
    }
  }

  void runCode() {
    code.run();
  }

  @Override
  public String toString() {
    return code.toString();
  }

  @SuppressWarnings("ComparableType") // compares with whatever is in the queue
  private static final class Ordered extends OnePollTask implements Comparable<Object> {
    private final Comparable<?> comparable;

    Ordered(PlainTask task, Runnable code, Comparable<?> comparable) {
      super(task, code);
      this.comparable = comparable;
    }

    // Not consistent with equals, which the queues of executors do not ask for.
    @Override
    public int compareTo(Object other) {
      return Unwatched.compare(comparable, other);
    }
  }
}
