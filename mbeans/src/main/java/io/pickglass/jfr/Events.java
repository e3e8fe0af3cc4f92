package io.pickglass.jfr;

import io.pickglass.monitor.TaskListener;
import io.pickglass.monitor.TaskReading;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/**
 * Tells Flight Recorder of single tasks while a recording has asked for any of them. A class of its
 * own, as the module is optional and this one is loaded when somebody looks for it.
 */
final class Events extends TaskListener implements FlightRecorderListener {
  private static final List<Class<? extends Event>> ALL =
      List.of(TaskEvent.class, SlowPollEvent.class, LongDelayEvent.class, IntervalEvent.class);

  private static @Nullable Events begun;

  private final Consumer<Throwable> errors;

  private Events(Consumer<Throwable> errors) {
    this.errors = errors;
  }

  /** Begins if somebody has begun Flight Recorder, which we do not; whether it has begun. */
  static synchronized boolean begin(Consumer<Throwable> errors) {
    if (!FlightRecorder.isInitialized()) {
      return false;
    }
    if (begun == null) {
      ALL.forEach(FlightRecorder::register);
      begun = new Events(errors);
      FlightRecorder.addListener(begun);
    }
    begun.listenIfWanted();
    return true;
  }

  static synchronized void end() {
    if (begun != null) {
      FlightRecorder.removeListener(begun);
      TaskListener.tell(null);
      begun = null;
    }
  }

  static boolean wantsIntervals() {
    return isEnabled(IntervalEvent.class);
  }

  @Override
  public void recordingStateChanged(Recording recording) {
    listenIfWanted();
  }

  private void listenIfWanted() {
    boolean wanted =
        isEnabled(TaskEvent.class)
            || isEnabled(SlowPollEvent.class)
            || isEnabled(LongDelayEvent.class);
    TaskListener.tell(wanted ? this : null);
  }

  private static boolean isEnabled(Class<? extends Event> type) {
    return EventType.getEventType(type).isEnabled();
  }

  @Override
  public void ended(TaskReading task) {
    try {
      TaskEvent event = new TaskEvent();
      if (event.isEnabled()) {
        event.filled(task).commit();
      }
    } catch (Throwable e) {
      errors.accept(e);
    }
  }

  @Override
  public void slowPoll(TaskReading task, long pollNanos) {
    try {
      SlowPollEvent event = new SlowPollEvent();
      if (event.isEnabled()) {
        event.filled(task, pollNanos).commit();
      }
    } catch (Throwable e) {
      errors.accept(e);
    }
  }

  @Override
  public void longDelay(TaskReading task, long delayNanos) {
    try {
      LongDelayEvent event = new LongDelayEvent();
      if (event.isEnabled()) {
        event.filled(task, delayNanos).commit();
      }
    } catch (Throwable e) {
      errors.accept(e);
    }
  }
}
