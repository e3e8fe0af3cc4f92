package io.pickglass.lint;

import io.pickglass.model.PinnedWait;
import io.pickglass.runtime.FlightRecorder;
import io.pickglass.runtime.PinnedWaits;
import java.util.List;

/** Who tells of virtual threads that kept their carriers while they waited. */
interface Pins {
  /** Whether somebody does now. */
  boolean areTold();

  /** The latest of them; a bounded number. */
  List<PinnedWait> latest();

  /** Flight Recorder does, if it is on. */
  static Pins toldBy(FlightRecorder recorder) {
    return new Pins() {
      @Override
      public boolean areTold() {
        return recorder.isOn();
      }

      @Override
      public List<PinnedWait> latest() {
        return recorder.waits().latest(PinnedWaits.LIMIT);
      }
    };
  }
}
