package io.pickglass;

import io.pickglass.evidence.SlowPolls;
import io.pickglass.lint.Stacks;
import io.pickglass.model.SlowPoll;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the watchdog has seen of a poll that still runs, for the warning about it. */
record PollStacks(SlowPolls slowPolls, InstantSource wallClock) implements Stacks {
  private static final int FRAMES = 10;

  // Two clocks tell when the poll began.
  private static final long TOLERANCE_MILLIS = 50;

  @Override
  public List<String> of(String monitor, String taskId, long nanos) {
    long begun = wallClock.millis() - nanos / 1_000_000;
    List<SlowPoll> ofTask = slowPolls.ofTask(taskId);
    SlowPoll poll = ofTask.isEmpty() ? slowPolls.of(monitor).last() : ofTask.getLast();
    // It may be of an earlier poll, or of another task of the pool.
    if (poll == null || Math.abs(poll.startedMillis() - begun) > TOLERANCE_MILLIS) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "on "
            + poll.threadName()
            + ", "
            + poll.verdict()
            + (poll.frames().isEmpty() ? "; " + poll.noStackReason() : " in"));
    poll.frames().stream().limit(FRAMES).forEach(lines::add);
    int more = poll.frames().size() - FRAMES;
    if (more > 0) {
      lines.add("… and " + more + " more frames");
    }
    return List.copyOf(lines);
  }
}
