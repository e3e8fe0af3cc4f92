package io.pickglass.benchmarks.work;

import example.Tasks;
import io.pickglass.benchmarks.work.Loop.Limits;
import io.pickglass.benchmarks.work.Variant.Starter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
  START,
  /** The same through an executor that makes a thread for each, as most programs do it. */
  SUBMIT;

  private static final int RING = 8;
  private static final int CHILDREN = 100;

  /** How many of what is measured there are in a round. */
  int perRound() {
    return startsOthers() ? CHILDREN : 1;
  }

  /** Whether what is measured are others, which are started. */
  boolean startsOthers() {
    return this == START || this == SUBMIT;
  }

  /** So many tasks; what they start in their turn, that starter starts. */
  List<? extends Loop> tasks(int count, Limits limits, Starter starter) {
    return switch (this) {
      case YIELD -> Stream.generate(() -> new Yielding(limits)).limit(count).toList();
      case TIMED_PARK -> Stream.generate(() -> new Waiting(limits)).limit(count).toList();
      case START -> Stream.generate(() -> new Starting(limits, starter)).limit(count).toList();
      case SUBMIT -> Stream.generate(() -> new Submitting(limits, starter)).limit(count).toList();
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
    private final Starter starter;
    private final Thread[] children = new Thread[CHILDREN];

    Starting(Limits limits, Starter starter) {
      super(limits);
      this.starter = starter;
    }

    @Override
    void round() {
      for (int i = 0; i < CHILDREN; i++) {
        children[i] = starter.start(i, Tasks.NOTHING);
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

  private static final class Submitting extends Loop {
    private final ExecutorService executor;
    private final List<Future<?>> children = new ArrayList<>(CHILDREN);

    Submitting(Limits limits, Starter starter) {
      super(limits);
      this.executor = starter.executor();
    }

    @Override
    void round() {
      for (int i = 0; i < CHILDREN; i++) {
        children.add(executor.submit(Tasks.NOTHING));
      }
      for (Future<?> child : children) {
        await(child);
      }
      children.clear();
    }

    private static void await(Future<?> child) {
      try {
        var _ = child.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException("nobody interrupts here, and nothing fails", e);
      }
    }
  }
}
