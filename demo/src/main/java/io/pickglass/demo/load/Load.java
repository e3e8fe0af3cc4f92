package io.pickglass.demo.load;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A load under way. It is an open loop: a request is sent when its time has come, not when an
 * earlier one was answered, so a slow service meets as many requests as a fast one.
 *
 * <p><b>Threads:</b> one thread of its own sends; everything here may be called from any thread.
 */
public final class Load implements AutoCloseable {
  /** Users that come at once when they come in bursts; the rate stays the same. */
  public static final int BURST = 50;

  private final LoadSettings settings;
  private final BooleanSupplier inBursts;
  private final Tally tally = new Tally();
  private final Sender sender;
  private final Thread pacer;
  private final CompletableFuture<LoadResult> end = new CompletableFuture<>();
  private volatile boolean stopped;

  private Load(URI target, LoadSettings settings, BooleanSupplier inBursts) {
    this.settings = settings;
    this.inBursts = inBursts;
    sender = new Sender(target, tally);
    pacer = Thread.ofPlatform().daemon().name("load-pacer").unstarted(this::run);
  }

  /**
   * Starts to send.
   *
   * @param inBursts asked before each request whether it comes with others or in even steps
   */
  public static Load start(URI target, LoadSettings settings, BooleanSupplier inBursts) {
    Load load = new Load(target, settings, inBursts);
    load.pacer.start();
    return load;
  }

  /** What has become of the requests so far. */
  public LoadResult soFar() {
    return tally.result();
  }

  /** Completed when the last request is answered, or the load is stopped, and no thread is left. */
  public CompletableFuture<LoadResult> end() {
    return end.copy();
  }

  /** Stops at once: nothing more is sent, and no answer is waited for. */
  @Override
  public void close() {
    stopped = true;
    pacer.interrupt();
    end.join();
  }

  private void run() {
    try (sender) {
      sendAll();
      sender.awaitAnswers();
    } finally {
      end.complete(tally.result());
    }
  }

  private void sendAll() {
    RequestSequence sequence = new RequestSequence(settings.seed());
    long start = System.nanoTime();
    for (long i = 0; i < settings.requests() && !stopped; i++) {
      long due = start + due(i, settings.rate(), inBursts.getAsBoolean());
      long wait;
      while ((wait = due - System.nanoTime()) > 0 && !stopped) {
        LockSupport.parkNanos(wait);
      }
      if (!stopped) {
        sender.send(sequence.next());
      }
    }
  }

  /** When a request is due, in nanoseconds from the start. */
  static long due(long request, double rate, boolean inBursts) {
    long inStep = inBursts ? request - request % BURST : request;
    return (long) (inStep * 1e9 / rate);
  }
}
