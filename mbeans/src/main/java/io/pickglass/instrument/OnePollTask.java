package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.task.View;

/** A Runnable as a task of one poll: what an executor runs. */
final class OnePollTask extends PlainTask implements Runnable {
  private final Runnable code;

  OnePollTask(View view, Runnable code) {
    super(view);
    this.code = code;
  }

  /** The application's own object. */
  Runnable code() {
    return code;
  }

  @Override
  public void run() {
    beginPoll();
    Outcome outcome = Outcome.FAILED;
    try {
      code.run();
      outcome = VirtualTask.outcomeOf(code);
    } finally {
      end(outcome);
    }
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
