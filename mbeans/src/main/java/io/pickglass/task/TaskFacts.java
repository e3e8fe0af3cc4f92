package io.pickglass.task;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.EndedTasks.Kept;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Notes;
import io.pickglass.monitor.TaskListener;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskSpreads;
import io.pickglass.monitor.Thresholds;
import io.pickglass.monitor.Who;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a task beside its times: where it comes from, who made it and who woke it, what
 * was noted of it; and how all that is read from outside.
 *
 * <p>Threads: anybody reads, without disturbing the task.
 */
public abstract class TaskFacts extends TaskTimes {
  // Who begins a poll takes nanoseconds from its step to its sums, unless he loses his processor
  // between them: then he gets it. What is cut off there, by a stack overflow, is read as it is.
  private static final int SPINS = 100;
  private static final int TRIES = 1_000;

  private static final VarHandle NOTES;

  static {
    try {
      NOTES = MethodHandles.lookup().findVarHandle(TaskFacts.class, "notes", Notes.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Place place;
  private final long parent = Who.calls();

  // Written by whoever has woken it, after his step: a reader may see it late.
  private long waker;

  // Made when there is something to note, by whoever is first.
  private @Nullable Notes notes;

  TaskFacts(long born, Place place) {
    super(born);
    this.place = place;
    this.waker = parent;
  }

  /** What it is. */
  public abstract TaskKind kind();

  // Said again, for the sections of this package.
  @Override
  protected abstract String givenName();

  /** The view of the monitor that counts all of it. */
  abstract View views();

  /**
   * When the timer of the task's present wait is due; {@code otherwise} where it has none. A timer
   * may run late, and its task is ready all the same.
   */
  protected long dueOr(long otherwise) {
    return otherwise;
  }

  @Override
  protected final void wokenBy(long who) {
    waker = who;
  }

  @Override
  final @Nullable TaskSpreads spreads() {
    Notes known = notes;
    return known == null ? null : known.spreads();
  }

  @Override
  protected final Notes noted() {
    return notes();
  }

  /** Whether a poll is open now. */
  protected final boolean isRunning() {
    return Word.isRunning(word());
  }

  /** Whether a poll is open now in which no wake has arrived. */
  protected final boolean isRunningUnwoken() {
    return Word.phase(word()) == Word.RUNNING;
  }

  /** Whether there was no poll, and no end. */
  protected final boolean isUnpolled() {
    return Word.phase(word()) == Word.UNPOLLED;
  }

  /** The number of the latest poll, modulo 8. */
  protected final int poll() {
    return Word.poll(word());
  }

  /** What is to be noted of it. */
  public final Notes notes() {
    Notes known = notesOrNull();
    if (known == null) {
      NOTES.compareAndSet(this, (Notes) null, new Notes());
      known = notesOrNull();
    }
    return Objects.requireNonNull(known);
  }

  private @Nullable Notes notesOrNull() {
    return (Notes) NOTES.getAcquire(this);
  }

  @Override
  protected final boolean read(TaskReading into, long now) {
    for (int tries = 0; ; tries++) {
      long current = word();
      if (Word.phase(current) == Word.ENDED) {
        return false;
      }
      into.from(this);
      into.in(readFacts(into, 0).totals());
      long at = Math.max(now - born(), Word.offset(current));
      if (read(into, current, at, dueOr(born() + at) - born()) || tries == TRIES) {
        return true;
      }
      if (tries < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Reads them, but for the monitor; that of the view that is returned counts all of it. */
  private View readFacts(TaskReading into, long number) {
    View innermost = views();
    View whole = innermost;
    String name = null;
    for (View view = innermost; view != null; view = view.outer()) {
      name = name == null && view.isNamed() ? view.totals().name() : name;
      whole = view;
    }
    into.task(kind(), number, place, parent, waker);
    into.named(name, notesOrNull());
    return whole;
  }

  /** Keeps what it was as it ended, in that word. */
  final void keep(@Nullable Lane lane, long last, long end, Outcome outcome) {
    View any = views();
    TaskListener listener = TaskListener.present();
    if (listener != null) {
      TaskReading told = new TaskReading();
      readLast(told, null, last, end, outcome);
      long poll = end - Word.offset(last);
      if (Word.isRunning(last) && poll >= any.totals().thresholds().slowPollNanos()) {
        listener.slowPoll(told, poll);
      }
      listener.ended(told);
    }
    Kept kept = any.totals().table().ended().begin(lane);
    if (kept == null) {
      any.totals().table().giveBackSpreads(notesOrNull());
      return;
    }
    try {
      readLast(kept.task(), null, last, end, outcome);
    } finally {
      kept.written();
    }
  }

  /** Tells who listens of a poll that has ended, if it was slow. */
  final void tellPoll(TaskListener listener, long nanos, long at) {
    Thresholds thresholds = views().totals().thresholds();
    if (nanos >= thresholds.slowPollNanos()) {
      TaskReading told = new TaskReading();
      if (read(told, at)) {
        listener.slowPoll(told, nanos);
      }
    }
  }

  /** Tells who listens of the step in which a poll has begun. */
  final void tellStep(TaskListener listener, long old, long since, long start) {
    if (Word.isRunning(old)) {
      tellPoll(listener, start - since, start);
    } else if (Word.phase(old) != Word.UNPOLLED) {
      tellDelay(listener, start - since, start);
    }
  }

  /** Tells who listens of a poll that has begun, if the wait for it was long. */
  final void tellDelay(TaskListener listener, long nanos, long at) {
    Thresholds thresholds = views().totals().thresholds();
    if (nanos >= thresholds.longDelayNanos()) {
      TaskReading told = new TaskReading();
      if (read(told, at)) {
        listener.longDelay(told, nanos);
      }
    }
  }

  /** Keeps what a section of it was as it ended; the task's present word is that. */
  final void keepSection(@Nullable Lane lane, View section, long last, long end, Outcome outcome) {
    Kept kept = section.totals().table().ended().begin(lane);
    if (kept != null) {
      try {
        readLast(kept.task(), section, last, end, outcome);
      } finally {
        kept.written();
      }
    }
  }

  private void readLast(
      TaskReading task, @Nullable View section, long last, long end, Outcome outcome) {
    View whole = readFacts(task, number());
    if (task.isUnnamed()) {
      task.named(givenName(), notesOrNull());
    }
    read(task, last, end, end);
    if (section == null) {
      task.endedIn(whole.totals());
    } else {
      section.narrow(task, section.number());
      task.endedIn(section.totals());
    }
    task.ended(TaskPhase.of(outcome));
  }
}
