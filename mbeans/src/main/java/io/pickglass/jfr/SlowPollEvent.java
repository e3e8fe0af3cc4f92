package io.pickglass.jfr;

import io.pickglass.monitor.TaskReading;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A poll that was slow. */
@Name("pickglass.SlowPoll")
@Label("Slow Poll")
@Category("Pickglass")
@Description("A poll has ended that took as long as its monitor calls slow, or longer")
@Enabled(false)
@StackTrace(false)
final class SlowPollEvent extends OfTask {
  @Label("Poll Time")
  @Timespan(Timespan.NANOSECONDS)
  private long pollTime;

  SlowPollEvent filled(TaskReading task, long nanos) {
    of(task);
    pollTime = nanos;
    return this;
  }
}
