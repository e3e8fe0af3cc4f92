package io.pickglass.task;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.TaskListener;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.TaskTotals.Last;
import io.pickglass.monitor.Who;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task: what it does now and since when. Events come from any thread; each is one step of the
 * state machine described in {@link TaskTimes} and is booked by the thread whose step it was.
 *
 * <p>Threads: a reader sees one state with its own stamp. Nothing here locks, allocates or blocks.
 */
public abstract class TaskState extends TaskFacts implements Reported, Polled {
  /** Returned instead of a poll: the task is over, and what still runs is not counted. */
  public static final long OVER = 0;

  /** Returned instead of a poll: somebody else has it. */
  public static final long SURPLUS = -1;

  private static final long NOT_WOKEN = -1;

  // Written by the task's own code only, inside a poll; read by whoever books, before his step.
  private View views;

  /** A task of the monitor of that view, instrumented now; the view must be its monitor's own. */
  protected TaskState(View view, Place place) {
    super(view.totals().clock().nanos(), place);
    this.views = view;
  }

  /** Books that the task exists. Called once, before anything else. */
  public final void instrumented(@Nullable Lane lane) {
    views.totals().instrumented(lane, born());
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
      long old = word();
      View booked = views;
      if (Word.phase(old) == Word.ENDED) {
        return OVER;
      }
      sawNoPoll |= !Word.isRunning(old);
      if (isSurplus(Word.isRunning(old), sawNoPoll)) {
        return SURPLUS;
      }
      long ready = Word.phase(old) == Word.IDLE ? settle(old, old) : old;
      long at = Math.max(now, Word.offset(ready));
      long next = Word.of(Word.RUNNING, Word.poll(old) + 1, at);
      if (ready != CHANGED && step(old, next)) {
        sumUp(old, ready, at, selfWake);
        bookStart(lane, booked, old, ready, at, selfWake);
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

  private void bookStart(
      @Nullable Lane lane, View booked, long old, long ready, long at, boolean selfWake) {
    long since = born() + Word.offset(ready);
    long start = born() + at;
    for (View view = booked; view != null; view = view.outer()) {
      switch (Word.phase(old)) {
        case Word.UNPOLLED -> view.totals().firstPollStarted(lane, born(), start);
        case Word.IDLE -> {
          if (Word.phase(ready) == Word.NOT_WOKEN) {
            view.totals().wasReady(lane, since);
          }
          view.totals().pollStarted(lane, since, start, selfWake);
        }
        case Word.READY -> view.totals().pollStarted(lane, since, start, selfWake);
        default -> {
          view.totals().pollEnded(lane, Math.max(since, view.entered()), start, true);
          view.totals().pollStarted(lane, start, start, selfWake);
        }
      }
    }
    TaskListener listener = TaskListener.present();
    if (listener != null) {
      tellStep(listener, old, since, start);
    }
  }

  /**
   * A poll has ended; {@code poll} is what its {@link #pollStarted} returned.
   *
   * @return when this was told
   */
  public final long pollEnded(@Nullable Lane lane, long poll) {
    long now = offsetNow();
    while (true) {
      long old = word();
      View booked = views;
      if (!Word.isSamePoll(poll, old)) {
        return born() + now;
      }
      long at = Math.max(now, Word.offset(old));
      boolean ready = isReady(Word.phase(old) == Word.RUNNING_WOKEN);
      long next = Word.of(ready ? Word.READY : Word.IDLE, Word.poll(old), at);
      if (step(old, next)) {
        bookEnd(lane, booked, old, at, ready);
        return born() + now;
      }
    }
  }

  private void bookEnd(@Nullable Lane lane, View booked, long old, long at, boolean ready) {
    long since = born() + Word.offset(old);
    for (View view = booked; view != null; view = view.outer()) {
      view.totals().pollEnded(lane, Math.max(since, view.entered()), born() + at, ready);
    }
    TaskListener listener = TaskListener.present();
    if (listener != null) {
      tellPoll(listener, at - Word.offset(old), born() + at);
    }
  }

  /** Whether the task is ready when a poll has ended, {@code woken} telling of a wake in it. */
  protected abstract boolean isReady(boolean woken);

  /** The task was woken; nothing happens if it is already ready, or over. */
  public final void wake(@Nullable Lane lane) {
    while (true) {
      long old = word();
      boolean idle = Word.phase(old) == Word.IDLE;
      if (idle ? isSettled(old) : Word.phase(old) != Word.RUNNING) {
        return;
      }
      if (idle
          ? bookIdle(lane, old, offsetNow())
          : step(old, old ^ Word.RUNNING ^ Word.RUNNING_WOKEN)) {
        wokenBy(Who.calls());
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
    long old = word();
    if (Word.phase(old) == Word.IDLE
        && Word.poll(old) == poll
        && bookIdle(lane, old, Math.min(due - born(), offsetNow()))) {
      wokenBy(Who.TIMER);
    }
  }

  private boolean bookIdle(@Nullable Lane lane, long old, long now) {
    View booked = views;
    long at = Math.max(now, Word.offset(old));
    if (!wakeIdle(old, at)) {
      return false;
    }
    for (View view = booked; view != null; view = view.outer()) {
      view.totals().woken(lane, born() + Word.offset(old), born() + at);
    }
    return true;
  }

  /**
   * The task is over; nothing happens if it was already.
   *
   * @return when it ended; 0 if nothing happened
   */
  public final long end(@Nullable Lane lane, Outcome outcome) {
    long now = offsetNow();
    while (true) {
      long old = word();
      View booked = views;
      if (Word.phase(old) == Word.ENDED) {
        return 0;
      }
      long at = Math.max(now, Word.offset(old));
      long ended = Word.of(Word.ENDED, Word.poll(old), at);
      if (step(old, ended)) {
        long ready = Word.phase(old) == Word.IDLE ? settle(old, ended) : old;
        long end = Math.max(at, Word.offset(ready));
        bookTaskEnd(lane, booked, old, ready, born() + end, outcome);
        keep(lane, old, end, outcome);
        return born() + end;
      }
    }
  }

  private static Last last(long old, long ready) {
    return switch (Word.phase(old)) {
      case Word.UNPOLLED -> Last.NEVER_POLLED;
      case Word.IDLE -> Word.phase(ready) == Word.WOKEN ? Last.SCHEDULED : Last.IDLE;
      default -> Last.SCHEDULED;
    };
  }

  private void bookTaskEnd(
      @Nullable Lane lane, View booked, long old, long ready, long at, Outcome outcome) {
    for (View view = booked; view != null; view = view.outer()) {
      long since = view.isSection() ? view.entered() : born();
      if (Word.isRunning(old)) {
        long start = Math.max(born() + Word.offset(old), view.entered());
        view.totals().endedInPoll(lane, start, since, at, outcome);
      } else {
        view.totals().ended(lane, since, at, outcome, last(old, ready));
      }
      view.leave();
      if (view.isSection()) {
        keepSection(lane, view, old, at - born(), outcome);
      } else {
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
    if (!Word.isRunning(word())) {
      return null;
    }
    long at = Math.max(totals.clock().nanos(), runningSince());
    View section = View.section(totals, this, at, views);
    // Booked first: should that fail, nobody has entered.
    section.bookEntry(lane);
    views = section;
    return section;
  }

  /** The innermost section, or the whole task. Asked by the task's own code. */
  public final View innermost() {
    return views;
  }

  /**
   * Closes a section, and with it those that were opened in it and left open; nothing happens if it
   * is closed already. Called by the task's own code.
   *
   * @return when it was closed; 0 if nothing happened
   */
  public final long exit(@Nullable Lane lane, View section, Outcome outcome) {
    if (section.isOver() || !Word.isRunning(word())) {
      return 0;
    }
    long at = Math.max(section.totals().clock().nanos(), runningSince());
    while (!section.isOver()) {
      View innermost = views;
      keepSection(lane, innermost, word(), at - born(), outcome);
      views = Objects.requireNonNull(innermost.outer(), "a section has an outer view");
      innermost.bookExit(lane, runningSince(), at, outcome);
    }
    return at;
  }

  @Override
  public final TaskReport report() {
    return report(Math.max(now(), runningSince()));
  }

  private long runningSince() {
    return born() + Word.offset(word());
  }

  /** Lists the task among the live ones. Called once, when nobody can forget it any more. */
  public final void listed(@Nullable Lane lane) {
    // Not yet polled, so there is no section yet.
    views.totals().live().add(lane, this);
  }

  /** When the poll began of which {@link #pollStarted} has returned that. */
  protected final long startOf(long poll) {
    return born() + Word.offset(poll);
  }

  @Override
  final View views() {
    return views;
  }

  @Override
  public final String monitorName() {
    return views.totals().name();
  }

  @Override
  public @Nullable Thread virtualThread() {
    return null;
  }

  @Override
  public final long pollingSince() {
    return runningSince();
  }

  @Override
  protected final long scheduledSince(long now) {
    long current = word();
    return switch (Word.phase(current)) {
      case Word.READY -> born() + Word.offset(current);
      case Word.UNPOLLED -> Math.max(born(), Math.min(now, dueOr(born())));
      case Word.IDLE -> {
        long woken = wokenSince(current, NOT_WOKEN);
        yield woken == NOT_WOKEN ? Math.min(now, dueOr(now)) : born() + woken;
      }
      default -> now;
    };
  }

  /** Now, by the clock of the task's monitor. */
  protected final long now() {
    return views.totals().clock().nanos();
  }

  private long offsetNow() {
    return Math.min(now() - born(), Word.MAX_OFFSET);
  }
}
