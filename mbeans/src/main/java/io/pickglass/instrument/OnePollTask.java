package io.pickglass.instrument;

import io.pickglass.model.Outcome;

/**
 * A Runnable as a task of one poll: what an executor runs. What is listed among the live tasks does
 * not refer to the code, so that an executor that drops it silently gives it to the collector.
 */
final class OnePollTask implements Runnable {
  private final PlainTask task;
  private final Runnable code;

  OnePollTask(PlainTask task, Runnable code) {
    this.task = task;
    this.code = code;
  }

  /** The application's own object. */
  Runnable code() {
    return code;
  }

  /** It will never run. */
  void refused() {
    task.end(Outcome.CANCELLED);
  }

  @Override
  public void run() {
    task.beginPoll();
    Outcome outcome = Outcome.FAILED;
    try {
      code.run();
      outcome = Outcomes.of(code);
    } finally {
      task.end(outcome);
    }
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
