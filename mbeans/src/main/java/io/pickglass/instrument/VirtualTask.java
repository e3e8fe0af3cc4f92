package io.pickglass.instrument;

import io.pickglass.jdk.Looking;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Lanes;
import io.pickglass.monitor.Who;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;
import io.pickglass.time.NanoClock;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread as a task, and the one object of ours that it has. It stands in two places of
 * the thread: as its code, and as what carriers run to mount it; {@link #run} tells them apart by
 * the thread it is called on.
 */
class VirtualTask extends TaskState implements Runnable {
  // The JDK synchronizes on this object (VirtualThread.timedWaitLock): we never do.

  // While two carriers hold a run of the same thread, one of them came from somebody who took a
  // stack trace, or the other has not booked the end of its poll yet. The second takes well below a
  // microsecond. The first, too, unless the other carrier has lost its processor; but as long as it
  // has not entered, nobody waits for us.
  private static final long OVERLAP_NANOS = 1_000_000;
  private static final long ENTRY_NANOS = 20_000_000;

  private static final short NO_LANE = -1;
  private static final long NOT_DUE = Long.MIN_VALUE;

  private final Runnable code;

  // Set by hook() before the thread can start, and never again.
  private @Nullable Thread thread;
  private @Nullable Runnable continuation;

  // The number of the poll that has been booked and is about to enter, or has entered, the thread.
  // Written by the carrier that has opened the poll, read by one that has come at the same time.
  private byte entered;

  // When the timer of the present wait is due. Written on the carrier of the poll that ends or
  // begins; readers may see it late.
  private long due = NOT_DUE;

  // The carrier of the latest poll. Written as polls begin, and those are ordered.
  private short latestLane = NO_LANE;

  VirtualTask(View view, Place place, Runnable code) {
    super(view, place);
    this.code = code;
  }

  /** Puts itself into a virtual thread made with this task as its code, not yet started. */
  void hook(Thread virtual, Facade facade) {
    continuation = VirtualThreadAccess.runContinuation(virtual);
    thread = virtual;
    // Both fields of the thread are final. The compiler takes it that nobody writes them later, and
    // may move our read behind our write, also one that acquires: it then finds this very object.
    // The store of what was read cannot pass a fence, and so the read cannot either.
    VarHandle.fullFence();
    VirtualThreadAccess.replace(virtual, facade, this);
    hooked();
  }

  /** The thread is made, and ours. */
  void hooked() {
    try {
      instrumented(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** Leaves that thread alone: its code runs, and nothing is seen of it. */
  void skip(Thread virtual) {
    thread = virtual;
  }

  /** The task of the calling virtual thread, if it is watched. */
  static @Nullable VirtualTask current() {
    Thread current = Thread.currentThread();
    return current.isVirtual()
            && VirtualThreadAccess.runContinuation(current) instanceof VirtualTask task
        ? task
        : null;
  }

  @Override
  public void run() {
    if (Thread.currentThread() == thread) {
      runCode();
    } else {
      runPoll();
    }
  }

  /** On the virtual thread itself: the whole task. */
  private void runCode() {
    if (continuation == null) {
      code.run();
      return;
    }
    Outcome outcome = Outcome.FAILED;
    FieldSources.note(this);
    try {
      code.run();
      outcome = Outcomes.of(code, this);
    } catch (Throwable e) {
      Outcomes.failed(this, e);
      throw e;
    } finally {
      // Here and not after the last poll: whoever has joined the thread finds its end booked.
      try {
        end(outcome);
      } catch (Throwable e) {
        Guard.caught(e);
      }
    }
  }

  private void end(Outcome outcome) {
    Lane lane = Lanes.current();
    if (end(lane, outcome) != 0) {
      Lanes.ended(lane);
    }
  }

  @Override
  public TaskKind kind() {
    return TaskKind.VIRTUAL;
  }

  @Override
  protected long number() {
    return thread().threadId();
  }

  @Override
  protected String givenName() {
    return thread().getName();
  }

  @Override
  public @Nullable Thread virtualThread() {
    return thread;
  }

  /** On a carrier: a poll, if the thread is runnable. */
  private void runPoll() {
    int state = VirtualThreadAccess.state(thread());
    if (!VirtualThreadAccess.isRunnable(state)) {
      // What the JDK's own run would find, and do: nothing. Somebody has taken a stack trace.
      return;
    }
    Lane lane = Lanes.current();
    long poll = OVER;
    try {
      poll = pollStarted(lane, VirtualThreadAccess.isYielded(state));
      if (poll != SURPLUS) {
        due = NOT_DUE;
        entered = (byte) poll();
        if (lane != null && poll != OVER) {
          beginOn(lane, startOf(poll));
        }
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
    if (poll != SURPLUS) {
      runContinuation(lane, poll);
    }
  }

  private void beginOn(Lane lane, long at) {
    lane.pollBegins(this, at, latestWait());
    if ((short) lane.index() != latestLane) {
      if (latestLane != NO_LANE) {
        lane.migrated();
      }
      latestLane = (short) lane.index();
    }
  }

  private void runContinuation(@Nullable Lane lane, long poll) {
    try {
      continuation().run();
    } finally {
      if (poll != OVER) {
        endPoll(lane, poll);
      }
    }
  }

  private void endPoll(@Nullable Lane lane, long poll) {
    long at = 0;
    try {
      at = pollEnded(lane, poll);
    } catch (Throwable e) {
      Guard.caught(e);
    }
    try {
      // Also when that failed: what the carrier runs next is not this task.
      if (lane != null && lane.polling() == this) {
        lane.pollEnds(at == 0 ? NanoClock.SYSTEM.nanos() : at);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /**
   * Whether this run is one too many. If a poll is open that was not open before, another carrier
   * lets the thread in. If it was open when we came and a wake has arrived in it, its carrier has
   * not come back yet. Without a wake it may be either; then the thread's state, or the end of that
   * poll, tells as soon as the other carrier goes on. In any other state than a runnable one the
   * JDK's own run would do nothing; whoever has suspended the thread submits it again.
   */
  @Override
  protected boolean isSurplus(boolean open, boolean sawNoPoll) {
    if (open && sawNoPoll) {
      return true;
    }
    return open && otherIsLetIn()
        || !VirtualThreadAccess.isRunnable(VirtualThreadAccess.state(thread()));
  }

  private boolean otherIsLetIn() {
    long start = System.nanoTime();
    while (isRunningUnwoken()) {
      if (!VirtualThreadAccess.isRunnable(VirtualThreadAccess.state(thread()))) {
        return true;
      }
      long waited = System.nanoTime() - start;
      if (waited > (entered == poll() ? OVERLAP_NANOS : ENTRY_NANOS)) {
        return false;
      }
      // On a carrier: this gives the processor to whoever holds things up.
      Thread.yield();
    }
    return false;
  }

  @Override
  protected boolean isReady(boolean woken) {
    // The thread itself knows better than a wake that may have come late.
    return VirtualThreadAccess.isReady(VirtualThreadAccess.state(thread()));
  }

  boolean isFirstSubmission() {
    return VirtualThreadAccess.isStarted(VirtualThreadAccess.state(thread()));
  }

  /** The thread was started: it is listed from now on. */
  void starts(@Nullable Lane lane) {
    try {
      Lanes.started(lane);
      listed(lane);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** The scheduler has refused it: the JDK ends the thread. */
  void neverStarted() {
    try {
      end(Outcome.CANCELLED);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** The thread was submitted to its scheduler: a wake, unless it only yields. */
  void submitted() {
    try {
      int state = VirtualThreadAccess.state(thread());
      if (VirtualThreadAccess.isReady(state) && !VirtualThreadAccess.isYielded(state)) {
        Lane lane = Lanes.current();
        Lanes.woke(lane);
        wake(lane);
        if (lane == null && Looking.isCaller()) {
          // It was woken while somebody looked at it, who now lets it go on.
          wokenBy(Who.NOBODY);
        }
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** What the JDK's timer shall do instead of its command, for a wait that begins now. */
  Runnable timer(Runnable command, long delayNanos) {
    due = now() + delayNanos;
    return new Timer(this, poll(), due, command);
  }

  /** Says that the thread is ready, then makes it so. The one object that a timed wait costs. */
  private record Timer(VirtualTask task, int poll, long due, Runnable command) implements Runnable {
    @Override
    public void run() {
      task.timerFires(poll, due);
      command.run();
    }
  }

  @Override
  protected long dueOr(long now) {
    long present = due;
    return present == NOT_DUE ? now : present;
  }

  private void timerFires(int poll, long due) {
    try {
      // The JDK runs its timers on the carriers: when all are taken, this comes late.
      if (VirtualThreadAccess.isTimedWait(VirtualThreadAccess.state(thread()))) {
        Lane lane = Lanes.current();
        Lanes.woke(lane);
        wakeWaiting(lane, poll, due);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  @SuppressWarnings("NullAway") // set before the thread can start
  private Thread thread() {
    return thread;
  }

  @SuppressWarnings("NullAway") // set before the thread can start
  private Runnable continuation() {
    return continuation;
  }
}
