package io.pickglass.jfr;

import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Registry;
import io.pickglass.sampling.Sampler;
import java.util.function.Consumer;

/**
 * Our events of Flight Recorder: {@code pickglass.Task}, {@code .SlowPoll}, {@code .LongDelay} and
 * {@code .Interval}, each of them off unless a recording asks for it. As long as nobody records,
 * Flight Recorder is not begun, and a poll costs the look whether there is a listener.
 *
 * <p>Threads: {@link #look} by the sampler after each tick, {@link #close} by whoever ends it.
 * Errors: where there is no Flight Recorder there are no events.
 */
public final class JfrEvents implements AutoCloseable {
  private final Registry registry;
  private final Sampler sampler;
  private final Consumer<Throwable> errors;
  private boolean absent;
  private boolean closed;

  /** Events of all tasks of those monitors. */
  public JfrEvents(Registry registry, Sampler sampler, Consumer<Throwable> errors) {
    this.registry = registry;
    this.sampler = sampler;
    this.errors = errors;
  }

  /** Begins to tell what is recorded, and tells of the interval that has just ended. */
  public synchronized void look() {
    if (absent || closed) {
      return;
    }
    try {
      if (Events.begin(errors) && Events.wantsIntervals()) {
        registry.all().forEach(this::tellInterval);
      }
    } catch (LinkageError | IllegalStateException | SecurityException e) {
      // An image without it, or a process that may not use it.
      absent = true;
    }
  }

  private void tellInterval(Registry.Entry monitor) {
    TaskInterval last = sampler.history(monitor.totals()).last();
    if (last != null && last.sequence() == sampler.lastSequence()) {
      new IntervalEvent().filled(last).commit();
    }
  }

  /** Tells nothing more. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (!absent) {
        Events.end();
      }
    } catch (LinkageError | IllegalStateException e) {
      absent = true;
    }
  }
}
