package io.pickglass.runtime;

import io.pickglass.time.NanoClock;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A task that does nothing, offered to a runtime once per interval: how late it runs is how late
 * anything would. Where a thread is free nothing is offered, so that nobody is kept awake. While
 * one has not run, there is no other.
 *
 * <p>Threads: {@link #next} one at a time; the runtime runs the task when it likes.
 */
final class StarvationProbe {
  /** The lateness where nobody is asked. */
  static final long NONE = -1;

  private final NanoClock clock;
  private @Nullable Asked waiting;
  private long fullSince = NONE;

  StarvationProbe(NanoClock clock) {
    this.clock = clock;
  }

  /**
   * How late the probe of the interval that ends was, or is if it has not run yet; and the next one
   * is offered.
   */
  long next(RuntimeSource source, long now) {
    Asked before = waiting;
    long lateness = 0;
    if (before != null) {
      boolean dropped = source.isDropped(before);
      if (before.hasRun()) {
        lateness = before.lateness;
      } else if (source.isDeserted()) {
        source.takeBack(before);
      } else if (dropped) {
        lateness = now - before.offered;
      } else {
        return now - before.offered;
      }
      waiting = null;
    }
    Asked probe = new Asked(clock, now);
    return switch (offered(source, probe)) {
      case TAKEN -> {
        waiting = probe;
        fullSince = NONE;
        yield lateness;
      }
      case FREE -> {
        fullSince = NONE;
        yield lateness;
      }
      case FULL -> {
        fullSince = fullSince == NONE ? now : fullSince;
        yield Math.max(lateness, now - fullSince);
      }
    };
  }

  private static RuntimeSource.Answer offered(RuntimeSource source, Runnable probe) {
    try {
      return source.offer(probe);
    } catch (RejectedExecutionException e) {
      // Shut down just now.
      return RuntimeSource.Answer.FULL;
    }
  }

  /** Takes back what was offered and has not run. */
  void takeBack(RuntimeSource source) {
    Asked before = waiting;
    if (before != null) {
      source.takeBack(before);
      waiting = null;
    }
    fullSince = NONE;
  }

  // Refers to no runtime: it may stay in a queue for as long as that is there.
  private static final class Asked implements Runnable {
    private final NanoClock clock;
    private final long offered;
    private volatile long lateness = NONE;

    Asked(NanoClock clock, long offered) {
      this.clock = clock;
      this.offered = offered;
    }

    @Override
    public void run() {
      lateness = Math.max(0, clock.nanos() - offered);
    }

    boolean hasRun() {
      return lateness != NONE;
    }
  }
}
