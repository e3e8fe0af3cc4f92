package io.pickglass.benchmarks.work;

import io.pickglass.benchmarks.work.Loop.Limits;
import io.pickglass.benchmarks.work.Variant.Starter;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the virtual threads of a batch do. */
public enum Work {
  /** Each yields: a poll. */
  YIELD,
  /** Each waits for its neighbour in a ring, parked, and wakes the other neighbour: a poll. */
  PARK,
  /** Each waits for a time that is over at once: a poll. */
  TIMED_PARK,
  /** One starts others that do nothing, and waits for their end. */
  START;

  private static final int RING = 8;
  private static final int CHILDREN = 100;

  /** How many of what is measured there are in a round. */
  int perRound() {
    return this == START ? CHILDREN : 1;
  }

  /** So many tasks; what they start in their turn, that starter starts. */
  List<? extends Loop> tasks(int count, Limits limits, Starter starter) {
    return switch (this) {
      case YIELD -> Stream.generate(() -> new Yielding(limits)).limit(count).toList();
      case TIMED_PARK -> Stream.generate(() -> new Waiting(limits)).limit(count).toList();
      case START -> Stream.generate(() -> new Starting(limits, starter)).limit(count).toList();
      case PARK ->
          IntStream.range(0, Math.ceilDiv(count, RING))
              .mapToObj(i -> Handing.ring(Math.min(RING, count - i * RING), limits))
              .<Loop>flatMap(List::stream)
              .toList();
    };
  }

  private static final class Yielding extends Loop {
    Yielding(Limits limits) {
      super(limits);
    }

    @Override
    void round() {
      Thread.yield();
    }
  }

  private static final class Waiting extends Loop {
    Waiting(Limits limits) {
      super(limits);
    }

    @Override
    void round() {
      LockSupport.parkNanos(this, 1);
    }
  }

  private static final class Starting extends Loop {
    private static final Runnable NOTHING = () -> {};

    private final Starter starter;
    private final Thread[] children = new Thread[CHILDREN];

    Starting(Limits limits, Starter starter) {
      super(limits);
      this.starter = starter;
    }

    @Override
    void round() {
      for (int i = 0; i < CHILDREN; i++) {
        children[i] = starter.start(i, NOTHING);
      }
      for (Thread child : children) {
        join(child);
      }
    }

    private static void join(Thread child) {
      try {
        child.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts here", e);
      }
    }
  }
}
