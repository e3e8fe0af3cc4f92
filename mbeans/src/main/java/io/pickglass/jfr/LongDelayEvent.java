package io.pickglass.jfr;

import io.pickglass.monitor.TaskReading;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A wait of a ready task that was long. */
@Name("pickglass.LongDelay")
@Label("Long Delay")
@Category("Pickglass")
@Description("A task was ready as long as its monitor calls long, or longer, and is polled now")
@Enabled(false)
@StackTrace(false)
final class LongDelayEvent extends OfTask {
  @Label("Delay")
  @Timespan(Timespan.NANOSECONDS)
  private long delay;

  LongDelayEvent filled(TaskReading task, long nanos) {
    of(task);
    delay = nanos;
    return this;
  }
}
