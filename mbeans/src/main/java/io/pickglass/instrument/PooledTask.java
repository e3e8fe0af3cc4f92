package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.task.View;
import org.jspecify.annotations.Nullable;

/** A task that the program has given to a thread pool of its own, which runs it as it is. */
final class PooledTask extends PlainTask {
  // While it runs, for then it is asked how it has ended. Belongs to the worker.
  private @Nullable Runnable code;

  PooledTask(View view, Place place) {
    super(view, place);
  }

  void begins(Runnable code) {
    this.code = code;
    beginPoll();
  }

  void ended(@Nullable Throwable thrown) {
    Runnable was = code;
    code = null;
    if (thrown != null) {
      Outcomes.failed(this, thrown);
    }
    end(thrown != null ? Outcome.FAILED : Outcomes.of(was, this));
  }
}
