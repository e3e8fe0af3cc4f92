package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Lanes;
import io.pickglass.monitor.Numbers;
import io.pickglass.task.Reported;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A task whose wakes and polls are told by whoever runs it. */
public sealed class PlainTask extends TaskState permits HandleTask, PooledTask, TimedTask {
  private static final VarHandle NUMBER;

  static {
    try {
      NUMBER = MethodHandles.lookup().findVarHandle(PlainTask.class, "number", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // What ran on the thread of the open poll before that began. Written and read by that thread.
  private @Nullable Reported outer;

  // Kept, and never read, so that the collector finds it when the carrier is gone.
  @SuppressWarnings("UnusedVariable")
  private @Nullable Dropped dropped;

  // Given when somebody asks, or at the end; 0 before that.
  private volatile long number;

  PlainTask(View view, Place place) {
    super(view, place);
  }

  /** A task of the monitor of that view, instrumented and listed now. */
  public static PlainTask of(View view, Place place) {
    PlainTask task = new PlainTask(view, place);
    task.begin();
    return task;
  }

  /** The same of which nobody has said what it runs. */
  public static PlainTask of(View view) {
    return of(view, Place.UNKNOWN);
  }

  /** A task that is not among the live ones, because it may be given up without an end. */
  static PlainTask unlisted(View view, Place place) {
    PlainTask task = new PlainTask(view, place);
    try {
      task.instrumented(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
    return task;
  }

  /**
   * Ends the task should its carrier, which alone can run it, be gone before it has run; and now,
   * those of which that has been found out.
   */
  final void endIfDropped(Runnable carrier) {
    Dropped.endAll();
    dropped = new Dropped(carrier, this);
  }

  /** Books and lists the new task. */
  final void begin() {
    try {
      Lane lane = Lanes.current();
      instrumented(lane);
      listed(lane);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  @Override
  public TaskKind kind() {
    return TaskKind.EXECUTOR;
  }

  @Override
  protected final long number() {
    long known = number;
    if (known == 0) {
      NUMBER.compareAndSet(this, 0L, Numbers.next());
      known = number;
    }
    return known;
  }

  @Override
  protected String givenName() {
    return "";
  }

  @Override
  protected boolean isReady(boolean woken) {
    return woken;
  }

  @Override
  protected boolean isSurplus(boolean open, boolean sawNoPoll) {
    return false;
  }

  /** Reports a wake. */
  public void wake() {
    try {
      wake(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /**
   * Reports the end; a second one changes nothing.
   *
   * @return when it ended; 0 if that is not known
   */
  public long end(Outcome outcome) {
    long at = 0;
    try {
      at = end(Lanes.current(), outcome);
    } catch (Throwable e) {
      Guard.caught(e);
    } finally {
      leaveThread(at);
    }
    return at;
  }

  /** Reports the end of a task that was never polled; nothing happens to any other. */
  void endUnpolled() {
    if (isUnpolled()) {
      end(Outcome.CANCELLED);
    }
  }

  /** Reports a cancellation: the end, unless a poll is open, which then has to report it. */
  void endUnlessRunning() {
    if (!isRunning()) {
      end(Outcome.CANCELLED);
    }
  }

  /** Reports that a poll begins, whose code this thread runs next. */
  public long beginPoll() {
    boolean first = isUnpolled();
    long poll = beginSection();
    try {
      boolean over = poll == OVER;
      outer = PollOfThread.enter(this, over ? 0 : startOf(poll), over ? -1 : waited(poll));
      if (first) {
        FieldSources.note(this);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
    return poll;
  }

  /** For how long it has waited for the poll that has just begun. */
  long waited(long poll) {
    return latestWait();
  }

  /** Reports that a poll begins, within one of the thread's own task if it has any. */
  public long beginSection() {
    try {
      return pollStarted(Lanes.current(), false);
    } catch (Throwable e) {
      Guard.caught(e);
      return OVER;
    }
  }

  /** Reports the end of the poll that {@link #beginPoll} began. */
  public void endPoll(long poll) {
    long at = 0;
    try {
      if (poll != OVER) {
        at = pollEnded(Lanes.current(), poll);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    } finally {
      leaveThread(at);
    }
  }

  /** If it is this thread that runs the poll, it runs again what it ran before. */
  private void leaveThread(long at) {
    try {
      if (PollOfThread.leave(this, outer, at)) {
        outer = null;
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }
}
