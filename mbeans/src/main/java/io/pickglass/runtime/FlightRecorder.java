package io.pickglass.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * What only Flight Recorder knows: virtual threads that kept their carriers while they waited, and
 * those that could not be submitted. Off at first, as it starts Flight Recorder in the process if
 * nobody has: some hundred milliseconds, some megabytes and a file. What it tells comes seconds
 * after it has happened.
 *
 * <p>Threads: any. Errors: where there is no Flight Recorder it stays off, and throws what is the
 * matter at whoever turns it on.
 */
public final class FlightRecorder {
  /** Shorter waits are not told. */
  public static final Duration PINNED_THRESHOLD = Duration.ofMillis(20);

  private static final String PINNED = "jdk.VirtualThreadPinned";
  private static final String SUBMIT_FAILED = "jdk.VirtualThreadSubmitFailed";

  private final LongAdder pinned = new LongAdder();
  private final LongAdder pinnedNanos = new LongAdder();
  private final LongAdder submitFailed = new LongAdder();
  private final PinnedWaits waits = new PinnedWaits();
  private volatile @Nullable AutoCloseable stream;

  /** Tells that one of pinned waits from now on. */
  public void tasks(PinnedTasks tasks) {
    waits.tasks(tasks);
  }

  /** Whether it is listened to. */
  public boolean isOn() {
    return stream != null;
  }

  /**
   * Begins or ends to listen; nothing happens if it is so already.
   *
   * @throws UnsupportedOperationException where there is no Flight Recorder
   */
  public synchronized void turn(boolean on) {
    AutoCloseable running = stream;
    if (on && running == null) {
      try {
        stream = Listening.begin(this);
        waits.areTold(true);
      } catch (LinkageError | IllegalStateException e) {
        throw new UnsupportedOperationException("no Flight Recorder in this JVM: " + e, e);
      }
    } else if (!on && running != null) {
      stream = null;
      waits.areTold(false);
      close(running);
    }
  }

  private static void close(AutoCloseable running) {
    try {
      running.close();
    } catch (Exception e) {
      throw new IllegalStateException("Flight Recorder does not let go", e);
    }
  }

  /** The latest of the pinned waits that were told. */
  public PinnedWaits waits() {
    return waits;
  }

  /** How many waits were pinned, of those that were told. */
  long pinnedCount() {
    return pinned.sum();
  }

  /** The time in them. */
  long pinnedNanos() {
    return pinnedNanos.sum();
  }

  /** How many virtual threads could not be submitted. */
  long submitFailedCount() {
    return submitFailed.sum();
  }

  // Loaded when it is turned on: the module is optional.
  private static final class Listening {
    static AutoCloseable begin(FlightRecorder recorder) {
      RecordingStream stream = new RecordingStream();
      stream.enable(PINNED).withThreshold(PINNED_THRESHOLD).withStackTrace();
      stream.enable(SUBMIT_FAILED).withoutStackTrace();
      stream.onEvent(PINNED, event -> pinned(recorder, event));
      stream.onEvent(SUBMIT_FAILED, _ -> recorder.submitFailed.increment());
      stream.onFlush(recorder.waits::flush);
      stream.setReuse(true);
      // Nothing is to be read again.
      stream.setMaxAge(Duration.ofSeconds(10));
      stream.startAsync();
      return stream;
    }

    private static void pinned(FlightRecorder recorder, RecordedEvent event) {
      // Another recording may have asked for shorter ones.
      if (event.getDuration().compareTo(PINNED_THRESHOLD) >= 0) {
        recorder.pinned.increment();
        recorder.pinnedNanos.add(event.getDuration().toNanos());
        recorder.waits.add(PinnedEvent.read(event));
      }
    }
  }
}
