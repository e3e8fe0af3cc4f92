package io.pickglass.task;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.TaskTotals.Last;
import io.pickglass.monitor.TaskTotals.Next;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task: what it does now and since when. Events come from any thread; each is one step of the
 * state machine below and is booked by the thread whose step it was.
 *
 * <p>Threads: a reader sees one state with its own stamp, never a mixture. Nothing here locks,
 * allocates or blocks.
 */
public abstract class TaskState extends LiveTasks.Member {
  // The hand-over. A poll of a virtual thread may begin on another carrier before the poll before
  // it has returned on its own, because the JDK makes the thread runnable while it still unmounts
  // it; and most wakes come from threads that know nothing of either.
  //
  //            poll               end of poll                 wake                poll
  //  UNPOLLED ------> RUNNING ------------------> IDLE ---------------> SCHEDULED ------> RUNNING
  //                    |   | wake                  | poll, no wake seen:
  //                    |   v                       | ready since the poll's end -----------^
  //                    |  RUNNING_WOKEN -----------------------------> SCHEDULED
  //                    |       end of poll: ready since then
  //                    | poll, the one before not yet ended: it ends here -----------------^
  //  any state ---> ENDED
  //
  // Assumptions
  //  A1 A task's code runs in one poll at a time; the code of a poll is ordered before that of the
  //     next (the JDK's own state changes order it; a handle's caller must).
  //  A2 NanoClock never runs backwards, seen from any thread.
  //  A3 A wake is reported before the poll that it leads to can begin, or not at all.
  // Guarantees
  //  G1 Every step is one compare-and-set of `word`. Its winner, and nobody else, books the event,
  //     to the views that it had read before. So no event is booked twice or never.
  //  G2 A stamp is written once, into `word`, as the end of one period and the beginning of the
  //     next, and is never before the stamp that it follows. So for an ended task the first-poll
  //     delay, polls, scheduled and idle times add up to its lifetime to the nanosecond.
  //  G3 The end of a poll and the beginning of the next race for the same step: if the beginning
  //     wins, it closes the older poll with its own stamp, and the end finds another word and
  //     leaves. Views pushed in the younger poll come after that step, so neither can book them
  //     to the older one.
  //  G4 A late wake (of a timer that was cancelled, say) changes nothing: it names its poll.
  //  G5 Of two runs that both mean to begin the same poll one is surplus, and told so: it found no
  //     poll open, and then one that it has not opened.

  /** Returned instead of a poll: the task is over, and what still runs is not counted. */
  public static final long OVER = 0;

  /** Returned instead of a poll: somebody else has it. */
  public static final long SURPLUS = -1;

  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(TaskState.class, "word", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long born;
  private volatile long word;

  // Written by the task's own code only, inside a poll; read by whoever books, before his step.
  private View views;

  /** A task of the monitor of that view, instrumented now; the view must be its monitor's own. */
  protected TaskState(View view) {
    this.views = view;
    this.born = view.totals().clock().nanos();
  }

  /** Books that the task exists. Called once, before anything else. */
  public final void instrumented(@Nullable Lane lane) {
    views.totals().instrumented(lane, born);
  }

  /**
   * A poll begins.
   *
   * @param selfWake whether the task itself asked for it, by yielding
   * @return what {@link #pollEnded} wants; {@link #OVER} if this is no poll because the task is
   *     over; {@link #SURPLUS} if it is none because another run has this poll
   */
  public final long pollStarted(@Nullable Lane lane, boolean selfWake) {
    long now = offsetNow();
    boolean sawNoPoll = false;
    while (true) {
      long old = word;
      View booked = views;
      if (Word.phase(old) == Word.ENDED) {
        return OVER;
      }
      sawNoPoll |= !Word.isRunning(old);
      if (isSurplus(Word.isRunning(old), sawNoPoll)) {
        return SURPLUS;
      }
      long at = Math.max(now, Word.offset(old));
      long next = Word.of(Word.RUNNING, Word.poll(old) + 1, at);
      if (WORD.compareAndSet(this, old, next)) {
        bookStart(lane, booked, old, at, selfWake);
        return next;
      }
    }
  }

  /**
   * Whether a poll that wants to begin is none.
   *
   * @param open whether a poll is open
   * @param sawNoPoll whether none was, just before
   */
  protected abstract boolean isSurplus(boolean open, boolean sawNoPoll);

  private void bookStart(@Nullable Lane lane, View booked, long old, long at, boolean selfWake) {
    long since = born + Word.offset(old);
    long start = born + at;
    for (View view = booked; view != null; view = view.outer()) {
      switch (Word.phase(old)) {
        case Word.UNPOLLED -> view.totals().firstPollStarted(lane, born, start);
        case Word.IDLE -> {
          view.totals().wasReady(lane, since);
          view.totals().pollStarted(lane, since, start, selfWake);
        }
        case Word.SCHEDULED -> view.totals().pollStarted(lane, since, start, selfWake);
        default -> {
          view.totals().pollEnded(lane, Math.max(since, view.entered()), start, Next.SCHEDULED);
          view.totals().pollStarted(lane, start, start, selfWake);
        }
      }
    }
  }

  /** A poll has ended; {@code poll} is what its {@link #pollStarted} returned. */
  public final void pollEnded(@Nullable Lane lane, long poll) {
    long now = offsetNow();
    while (true) {
      long old = word;
      View booked = views;
      if (!Word.isSamePoll(poll, old)) {
        return;
      }
      long at = Math.max(now, Word.offset(old));
      boolean ready = isReady(Word.phase(old) == Word.RUNNING_WOKEN);
      long next = Word.of(ready ? Word.SCHEDULED : Word.IDLE, Word.poll(old), at);
      if (WORD.compareAndSet(this, old, next)) {
        bookEnd(lane, booked, old, at, ready ? Next.SCHEDULED : Next.IDLE);
        return;
      }
    }
  }

  private void bookEnd(@Nullable Lane lane, View booked, long old, long at, Next next) {
    long since = born + Word.offset(old);
    for (View view = booked; view != null; view = view.outer()) {
      view.totals().pollEnded(lane, Math.max(since, view.entered()), born + at, next);
    }
  }

  /** Whether the task is ready when a poll has ended, {@code woken} telling of a wake in it. */
  protected abstract boolean isReady(boolean woken);

  /** The task was woken; nothing happens if it is already ready, or over. */
  public final void wake(@Nullable Lane lane) {
    while (true) {
      long old = word;
      if (Word.phase(old) == Word.IDLE) {
        if (wakeIdle(lane, old, offsetNow())) {
          return;
        }
      } else if (Word.phase(old) == Word.RUNNING) {
        if (WORD.compareAndSet(this, old, old ^ Word.RUNNING ^ Word.RUNNING_WOKEN)) {
          return;
        }
      } else {
        return;
      }
    }
  }

  /**
   * The timer of a wait has run out; nothing happens unless the task is idle since that poll.
   *
   * @param due when it had to, which is when the task became ready, however late it is noticed
   */
  protected final void wakeWaiting(@Nullable Lane lane, int poll, long due) {
    long old = word;
    if (Word.phase(old) == Word.IDLE && Word.poll(old) == poll) {
      wakeIdle(lane, old, Math.min(due - born, offsetNow()));
    }
  }

  private boolean wakeIdle(@Nullable Lane lane, long old, long now) {
    View booked = views;
    long at = Math.max(now, Word.offset(old));
    if (!WORD.compareAndSet(this, old, Word.of(Word.SCHEDULED, Word.poll(old), at))) {
      return false;
    }
    for (View view = booked; view != null; view = view.outer()) {
      view.totals().woken(lane, born + Word.offset(old), born + at);
    }
    return true;
  }

  /** The task is over; nothing happens if it was already. */
  public final void end(@Nullable Lane lane, Outcome outcome) {
    long now = offsetNow();
    while (true) {
      long old = word;
      View booked = views;
      if (Word.phase(old) == Word.ENDED) {
        return;
      }
      long at = Math.max(now, Word.offset(old));
      if (WORD.compareAndSet(this, old, Word.of(Word.ENDED, Word.poll(old), at))) {
        if (Word.isRunning(old)) {
          bookEnd(lane, booked, old, at, Next.END);
        }
        bookTaskEnd(lane, booked, old, at, outcome);
        return;
      }
    }
  }

  private void bookTaskEnd(@Nullable Lane lane, View booked, long old, long at, Outcome outcome) {
    Last last =
        switch (Word.phase(old)) {
          case Word.UNPOLLED -> Last.NEVER_POLLED;
          case Word.IDLE -> Last.IDLE;
          case Word.SCHEDULED -> Last.SCHEDULED;
          default -> Last.RUNNING;
        };
    for (View view = booked; view != null; view = view.outer()) {
      long since = view.isSection() ? view.entered() : born;
      view.totals().ended(lane, since, born + at, outcome, last);
      view.leave();
      if (!view.isSection()) {
        view.totals().live().remove(this);
      }
    }
  }

  /**
   * Opens a section in the poll that runs now. Called by the task's own code.
   *
   * @return the section; null outside of a poll
   */
  public final @Nullable View enter(@Nullable Lane lane, TaskTotals totals) {
    if (!Word.isRunning(word)) {
      return null;
    }
    View section =
        View.section(totals, this, Math.max(totals.clock().nanos(), runningSince()), views);
    // Booked first: should that fail, nobody has entered.
    section.bookEntry(lane);
    views = section;
    return section;
  }

  /**
   * Closes a section, and with it those that were opened in it and left open; nothing happens if it
   * is closed already. Called by the task's own code.
   */
  public final void exit(@Nullable Lane lane, View section, Outcome outcome) {
    if (section.isOver() || !Word.isRunning(word)) {
      return;
    }
    long at = Math.max(section.totals().clock().nanos(), runningSince());
    while (!section.isOver()) {
      View innermost = views;
      views = Objects.requireNonNull(innermost.outer(), "a section has an outer view");
      innermost.bookExit(lane, runningSince(), at, outcome);
    }
  }

  private long runningSince() {
    return born + Word.offset(word);
  }

  /** Lists the task among the live ones. Called once, when nobody can forget it any more. */
  public final void listed(@Nullable Lane lane) {
    // Not yet polled, so there is no section yet.
    views.totals().live().add(lane, this);
  }

  /** Whether a poll is open now. */
  protected final boolean isRunning() {
    return Word.isRunning(word);
  }

  /** Whether a poll is open now in which no wake has arrived. */
  protected final boolean isRunningUnwoken() {
    return Word.phase(word) == Word.RUNNING;
  }

  /** Whether there has been no poll, and no end either. */
  protected final boolean isUnpolled() {
    return Word.phase(word) == Word.UNPOLLED;
  }

  /** The number of the latest poll, modulo 8. */
  protected final int poll() {
    return Word.poll(word);
  }

  @Override
  protected final long scheduledSince(long now) {
    long current = word;
    return switch (Word.phase(current)) {
      case Word.SCHEDULED -> born + Word.offset(current);
      case Word.UNPOLLED -> Math.max(born, Math.min(now, dueOr(born)));
      case Word.IDLE -> Math.min(now, dueOr(now));
      default -> now;
    };
  }

  /**
   * When the timer of the task's present wait is due; {@code otherwise} where it has none. A timer
   * may run late, and its task is ready all the same.
   */
  protected long dueOr(long otherwise) {
    return otherwise;
  }

  /** Now, by the clock of the task's monitor. */
  protected final long now() {
    return views.totals().clock().nanos();
  }

  private long offsetNow() {
    return Math.min(now() - born, Word.MAX_OFFSET);
  }
}
