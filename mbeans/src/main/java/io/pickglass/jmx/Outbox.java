package io.pickglass.jmx;

import io.pickglass.time.OwnThread;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands notifications to listeners, in a thread of its own: a listener that blocks or throws holds
 * up nobody but other listeners. The thread lives while there is something to hand over.
 *
 * <p>Threads: any. Bounds: {@value #LIMIT} wait; what comes then is dropped and counted.
 */
final class Outbox {
  static final int LIMIT = 1_000;

  private final Consumer<Throwable> errors;

  // Under this object's monitor.
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean working;
  private long dropped;

  Outbox(Consumer<Throwable> errors) {
    this.errors = errors;
  }

  /** Hands that over, later. */
  void execute(Runnable handOver) {
    synchronized (this) {
      if (waiting.size() >= LIMIT) {
        dropped++;
        return;
      }
      waiting.addLast(handOver);
      if (working) {
        return;
      }
      working = true;
    }
    begin();
  }

  private void begin() {
    try {
      new OwnThread("pickglass-notifications", this::handOverAll).start();
    } catch (Throwable e) {
      // No memory for a thread: the next notification tries again.
      stop();
      errors.accept(e);
    }
  }

  private synchronized void stop() {
    working = false;
  }

  private void handOverAll() {
    for (Runnable next = next(); next != null; next = next()) {
      handOver(next);
    }
  }

  /** Runs that at once, and passes on what it throws. */
  void handOver(Runnable one) {
    try {
      one.run();
    } catch (Throwable e) {
      errors.accept(e);
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting.pollFirst();
    working = next != null;
    return next;
  }

  synchronized long droppedCount() {
    return dropped;
  }
}
