package io.pickglass.instrument;

import io.pickglass.model.Place;
import io.pickglass.monitor.Lane;
import io.pickglass.task.View;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread that the program has made without a thought of us. It counts from its start: a
 * thread that is made for an executor that refuses it is dropped without a word.
 */
final class FoundTask extends VirtualTask {
  FoundTask(View view, Place place, Runnable code) {
    super(view, place, code);
  }

  @Override
  void hooked() {}

  @Override
  void starts(@Nullable Lane lane) {
    try {
      instrumented(lane);
    } catch (Throwable e) {
      Guard.caught(e);
    }
    super.starts(lane);
  }
}
