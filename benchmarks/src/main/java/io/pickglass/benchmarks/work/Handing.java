package io.pickglass.benchmarks.work;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in a ring: each waits, parked, until the one before wakes it, and wakes the next. */
final class Handing extends Loop {
  private Handing next = this;
  private volatile boolean mine;
  private volatile @Nullable Thread thread;

  private Handing(Limits limits) {
    super(limits);
  }

  static List<? extends Loop> ring(int length, Limits limits) {
    List<Handing> ring = Stream.generate(() -> new Handing(limits)).limit(length).toList();
    for (int i = 0; i < length; i++) {
      ring.get(i).next = ring.get((i + 1) % length);
    }
    ring.getFirst().mine = true;
    return ring;
  }

  @Override
  void begin() {
    thread = Thread.currentThread();
  }

  @Override
  void round() {
    while (!mine && !isOver()) {
      LockSupport.park(this);
    }
    mine = false;
    next.mine = true;
    // Not started yet, it finds that it is its turn.
    LockSupport.unpark(next.thread);
  }
}
