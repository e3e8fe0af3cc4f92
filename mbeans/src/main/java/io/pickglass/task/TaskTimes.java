package io.pickglass.task;

import static io.pickglass.monitor.TaskReading.UNKNOWN;

import io.pickglass.model.TaskPhase;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskSpreads;
import io.pickglass.monitor.Who;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The two words of a task, each step of which is one compare-and-set, and the sums of its periods
 * that are over. {@link TaskState} takes the steps and books them.
 *
 * <p>Threads: the words belong to anybody, the sums to the task's own polls.
 */
abstract class TaskTimes extends LiveTasks.Member {
  // The hand-over. A poll of a virtual thread may begin on another carrier before the poll before
  // it has returned on its own, because the JDK makes the thread runnable while it still unmounts
  // it; and most wakes come from threads that know nothing of either.
  //
  // What polls do is in `word`; in `woken`, how the idle period after the latest one has ended.
  //
  //            poll               end of poll                            poll
  //  UNPOLLED ------> RUNNING ------------------> IDLE ---------------------------> RUNNING
  //                    |   | wake                  | wake: WOKEN since then ---------^
  //                    |   v                       | poll, no wake seen: NOT_WOKEN --^
  //                    |  RUNNING_WOKEN ---------> READY ----------------------------^
  //                    |            end of poll: ready since then
  //                    | poll, the one before not yet ended: it ends here -----------^
  //  any state ---> ENDED
  //
  // Assumptions
  //  A1 A task's code runs in one poll at a time; the code of a poll is ordered before that of the
  //     next (the JDK's own state changes order it; a handle's caller must).
  //  A2 NanoClock never runs backwards, seen from any thread.
  //  A3 A wake is reported before the poll that it leads to can begin, or not at all.
  //  A4 The clock moves while a task is polled eight times, if others wake it meanwhile: the words
  //     number polls modulo 8, and with the stamp no word comes twice.
  // Guarantees
  //  G1 Every step is one compare-and-set of a word. Its winner, and nobody else, books the event,
  //     to the views that it had read before. So no event is booked twice or never.
  //  G2 A stamp is written once, as the end of one period and the beginning of the next, and is
  //     never before the stamp that it follows. So for an ended task the first-poll delay, polls,
  //     scheduled and idle times add up to its lifetime to the nanosecond.
  //  G3 The end of a poll and the beginning of the next race for the same step: if the beginning
  //     wins, it closes the older poll with its own stamp, and the end finds another word and
  //     leaves. Views pushed in the younger poll come after that step, so neither can book them
  //     to the older one.
  //  G4 A late wake (of a timer that was cancelled, say) changes nothing: it names its poll.
  //  G5 Of two runs that both mean to begin the same poll one is surplus, and told so: it found no
  //     poll open, and then one that it has not opened.
  //  G6 Who leaves IDLE settles first whether a wake has ended it; from then on no wake can. A wake
  //     that is settled against a beginning poll has found the task ready, and is none; one that
  //     comes after the task's end may still win, and so the end asks again, and ends after it.
  //  G7 The sums of a task are written by the beginnings of its polls only, which A1 orders; from
  //     the two words they know the whole period before, and so no end and no wake keeps accounts.
  //  G8 A reader who finds the first word as it was before he read the sums, and its number of a
  //     poll in theirs, has sums of that very poll: the step comes before them, their number last.

  /** Instead of the second word, and unlike any: the first has changed, look again. */
  static final long CHANGED = Word.ENDED;

  private static final VarHandle WORD;
  private static final VarHandle WOKEN;
  private static final VarHandle POLL_COUNT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WORD = lookup.findVarHandle(TaskTimes.class, "word", long.class);
      WOKEN = lookup.findVarHandle(TaskTimes.class, "woken", long.class);
      POLL_COUNT = lookup.findVarHandle(TaskTimes.class, "pollCount", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long born;
  private volatile long word;
  private volatile long woken = Word.NOT_WOKEN;

  // Sums up to the beginning of the present poll, written there, before its code runs: so each
  // write is ordered before the next, and before that code. There are no sums of poll and scheduled
  // times: they are what the others leave.
  private long pollCount;
  private long firstPollDelay;
  private long betweenPollsNanos;
  private long idleCount;
  private long idleNanos;
  private long selfWakeCount;

  // Of the latest poll: when it began, and the wait before it, of which seven digits will do.
  private long latestStart;
  private float latestWait;

  TaskTimes(long born) {
    this.born = born;
  }

  @Override
  protected final long touch() {
    return word + betweenPollsNanos + latestStart;
  }

  /** When the task was instrumented. */
  final long born() {
    return born;
  }

  /** The first word. */
  final long word() {
    return word;
  }

  /** Replaces the first word, unless somebody else has. */
  final boolean step(long old, long next) {
    return WORD.compareAndSet(this, old, next);
  }

  /** Whether it is known how the idle period after that word has ended: by a wake, or by none. */
  final boolean isSettled(long idle) {
    return Word.poll(woken) == Word.poll(idle);
  }

  /** Since when the task is ready again after that idle word; {@code otherwise} if it is not. */
  final long wokenSince(long idle, long otherwise) {
    long known = woken;
    boolean isWoken = Word.poll(known) == Word.poll(idle) && Word.phase(known) == Word.WOKEN;
    return isWoken ? Word.offset(known) : otherwise;
  }

  /** Ends the idle period of that word by a wake, unless it has ended. */
  final boolean wakeIdle(long idle, long at) {
    long known = woken;
    // In this order: a second word read while the first is unchanged is not of a later poll.
    return word == idle
        && Word.poll(known) != Word.poll(idle)
        && WOKEN.compareAndSet(this, known, Word.of(Word.WOKEN, Word.poll(idle), at));
  }

  /**
   * Settles how the idle period of that word has ended: by no wake, if there was none up to now.
   *
   * @param present what the first word must be meanwhile, or else {@link #CHANGED} is returned
   * @return the second word, whose stamp tells since when the task has been ready
   */
  final long settle(long idle, long present) {
    while (true) {
      long known = woken;
      if (word != present) {
        return CHANGED;
      }
      if (Word.poll(known) == Word.poll(idle)) {
        return known;
      }
      long none = Word.of(Word.NOT_WOKEN, Word.poll(idle), Word.offset(idle));
      if (WOKEN.compareAndSet(this, known, none)) {
        return none;
      }
    }
  }

  /** Sums up what was before the poll that has just begun by the step from {@code old}. */
  final void sumUp(long old, long ready, long at, boolean selfWake) {
    VarHandle.storeStoreFence();
    TaskSpreads spreads = spreads();
    if (spreads != null && pollCount > 0) {
      addTo(spreads, old, ready, at);
    }
    latestWait = Word.isRunning(old) ? 0 : at - Word.offset(ready);
    latestStart = at;
    if (Word.phase(old) == Word.UNPOLLED) {
      firstPollDelay = at;
    } else if (!Word.isRunning(old)) {
      betweenPollsNanos += at - Word.offset(old);
    }
    if (Word.phase(old) == Word.IDLE && Word.phase(ready) == Word.WOKEN) {
      idleCount++;
      idleNanos += Word.offset(ready) - Word.offset(old);
    }
    if (selfWake) {
      selfWakeCount++;
      wokenBy(Who.ITSELF);
    }
    POLL_COUNT.setRelease(this, pollCount + 1);
    // Eight polls ago it was this one's number; nothing can wake this poll's idle period yet.
    if (Word.poll(woken) == (pollCount & 7)) {
      WOKEN.setRelease(this, Word.of(Word.NOT_WOKEN, (int) pollCount - 1, at));
    }
  }

  private void addTo(TaskSpreads spreads, long old, long ready, long at) {
    boolean cut = Word.isRunning(old);
    long end = cut ? at : Word.offset(old);
    spreads.add(born + latestStart, end - latestStart, cut ? 0 : at - Word.offset(ready));
  }

  /**
   * For how long the task was ready before the poll that began last, to seven digits; for a first
   * one since it was instrumented.
   *
   * <p>Threads: who has begun that poll.
   */
  protected final long latestWait() {
    return (long) latestWait;
  }

  /** Its histograms; null if nobody has asked for them. */
  abstract @Nullable TaskSpreads spreads();

  /** It was woken by that; said after the step. */
  protected abstract void wokenBy(long who);

  /**
   * Reads the sums as they were in that word, and what follows up to that instant.
   *
   * @param now in nanoseconds after the task was instrumented, not before the word
   * @param due when the timer of the present wait is due, or {@code now}
   * @return whether the word was current all the while
   */
  final boolean read(TaskReading into, long current, long now, long due) {
    long polls = (long) POLL_COUNT.getAcquire(this);
    boolean running = Word.isRunning(current);
    boolean idle = Word.phase(current) == Word.IDLE;
    long since = Word.offset(current);
    long ready = idle ? Math.clamp(wokenSince(current, due), since, now) : since;
    long delay = firstPollDelay;
    long between = betweenPollsNanos;
    long idled = idleNanos;
    long start = latestStart;
    long inPolls = (running ? now : since) - delay - between;
    if (polls == 0) {
      into.times(now, 0, now, 0);
      into.latest(UNKNOWN, UNKNOWN, born);
    } else {
      into.times(
          delay,
          Math.max(0, inPolls),
          Math.max(0, delay + between - idled + (running ? 0 : now - ready)),
          idled + (idle ? ready - since : 0));
      long wake = !running && ready < now ? ready : start - (long) latestWait;
      into.latest(born + start, (running ? now : since) - start, born + wake);
    }
    into.counts(polls, idleCount, selfWakeCount);
    boolean woken = idle && ready < now;
    into.state(phase(current, woken), born, born + (woken ? ready : since), born + now);
    VarHandle.acquireFence();
    return word == current && (polls & 7) == Word.poll(current);
  }

  private static TaskPhase phase(long current, boolean woken) {
    return switch (Word.phase(current)) {
      case Word.RUNNING, Word.RUNNING_WOKEN -> TaskPhase.RUNNING;
      case Word.IDLE -> woken ? TaskPhase.SCHEDULED : TaskPhase.IDLE;
      default -> TaskPhase.SCHEDULED;
    };
  }

  /**
   * What the task has done up to that instant, which lies in its present poll.
   *
   * <p>Threads: the code of that poll.
   */
  public final TaskReport report(long at) {
    long now = at - born;
    long pollNanos = pollCount == 0 ? 0 : now - firstPollDelay - betweenPollsNanos;
    return new TaskReport(
        now,
        pollCount == 0 ? now : firstPollDelay,
        pollCount,
        pollNanos,
        betweenPollsNanos - idleNanos,
        idleCount,
        idleNanos,
        selfWakeCount);
  }
}
