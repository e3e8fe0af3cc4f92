package io.pickglass.benchmarks.work;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.TaskTotals;
import java.util.SplittableRandom;

/** Tasks that never were, booked as if they had been. Each kind of duration spans six octaves. */
final class Happenings {
  private static final double OCTAVES = 6;
  private static final long LEAST_DELAY = 500;
  private static final long LEAST_POLL = 1_000;
  private static final long LEAST_IDLE = 20_000;

  private static final int POLLS = 5;

  private final SplittableRandom random = new SplittableRandom(1);

  /** A task of some polls, idle between them, from its beginning to its end. */
  void task(TaskTotals monitor, Lane lane) {
    long born = monitor.clock().nanos();
    monitor.instrumented(lane, born);
    long at = born + some(LEAST_DELAY);
    monitor.firstPollStarted(lane, born, at);
    for (int i = 1; i < POLLS; i++) {
      long idle = at + some(LEAST_POLL);
      monitor.pollEnded(lane, at, idle, false);
      long ready = idle + some(LEAST_IDLE);
      monitor.woken(lane, idle, ready);
      at = ready + some(LEAST_DELAY);
      monitor.pollStarted(lane, ready, at, false);
    }
    long end = at + some(LEAST_POLL);
    monitor.endedInPoll(lane, at, born, end, Outcome.RETURNED);
  }

  private long some(long least) {
    return (long) (least * Math.pow(2, random.nextDouble(OCTAVES)));
  }
}
