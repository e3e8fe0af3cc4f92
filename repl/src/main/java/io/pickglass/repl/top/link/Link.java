package io.pickglass.repl.top.link;

import io.pickglass.repl.recording.Recording;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.RecordingTarget;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.WarningsAnswer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the target the same question again and again, and connects again when it is lost.
 *
 * <p>Threads: one of its own does all that may hang; nobody waits for that, at the end neither.
 * Events are told in that thread, in their order.
 */
public final class Link implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Link.class.getName());
  private static final long SHORTEST_NANOS = 100_000_000;

  private final Supplier<Target> connect;
  private final Consumer<LinkEvent> events;
  private final Backoff backoff = new Backoff();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private @Nullable Question question;
  private Duration period = Duration.ofSeconds(1);
  private boolean atOnce;
  private long lastAsked = System.nanoTime() - Duration.ofMinutes(1).toNanos();
  private volatile boolean closed;

  /** Connects and asks as soon as there is a question. */
  public Link(Supplier<Target> connect, Consumer<LinkEvent> events) {
    this.connect = connect;
    this.events = events;
    this.thread = Thread.ofPlatform().daemon().name("pickglass-top-link").start(this::run);
  }

  /**
   * Sets the question.
   *
   * @param every how often it is asked
   * @param now whether it is asked at once
   */
  public void ask(Question newQuestion, Duration every, boolean now) {
    lock.lock();
    try {
      question = newQuestion;
      atOnce |= now;
      period = every;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    while (!closed) {
      events.accept(new LinkEvent.Connecting());
      try {
        Target target = connect.get();
        try {
          follow(target);
        } finally {
          target.close();
        }
      } catch (StoppedException | InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (closed || !waitAfter(e)) {
          return;
        }
      }
    }
  }

  private boolean waitAfter(RuntimeException failure) {
    if (failure instanceof TargetException) {
      LOG.log(Level.INFO, "the target is lost: {0}", failure.getMessage());
    } else {
      LOG.log(Level.ERROR, "a question has failed", failure);
    }
    Duration wait = backoff.next();
    long retry = System.nanoTime() + wait.toNanos();
    events.accept(new LinkEvent.Lost(sentence(failure), retry));
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static String sentence(RuntimeException failure) {
    return failure instanceof TargetException known
        ? String.valueOf(known.getMessage())
        : "a fault of this console: " + failure;
  }

  private void follow(Target target) throws InterruptedException {
    TargetClock clock = new TargetClock();
    while (!closed) {
      Question asked = awaitQuestion();
      // First, as it may go to another moment of a recording.
      Runnable effect = asked.ask(target, clock);
      Info info = target.describe();
      WarningsAnswer warnings = warnings(target);
      backoff.reset();
      events.accept(
          new LinkEvent.Answered(name(target), info, warnings, span(target, clock), effect));
    }
  }

  private static String name(Target target) {
    return target instanceof RecordingTarget recorded ? recorded.recording().name() : target.name();
  }

  private static LinkEvent.Span span(Target target, TargetClock clock) {
    if (target instanceof RecordingTarget recorded) {
      Recording recording = recorded.recording();
      return new LinkEvent.Span(recording.begin(), recording.end(), clock.millis(), true);
    }
    return new LinkEvent.Span(0, clock.millis(), clock.millis(), false);
  }

  private static @Nullable WarningsAnswer warnings(Target target) {
    try {
      return target.warnings();
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.UNREACHABLE) {
        throw e;
      }
      return null; // it is older than they are
    }
  }

  private Question awaitQuestion() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        // A key that repeats must not ask as fast as it can.
        long pause = atOnce ? Math.min(SHORTEST_NANOS, period.toNanos()) : period.toNanos();
        long left = lastAsked + pause - System.nanoTime();
        Question now = question;
        if (now != null && left <= 0) {
          atOnce = false;
          lastAsked = System.nanoTime();
          return now;
        }
        if (now == null) {
          changed.await();
        } else {
          var _ = changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
