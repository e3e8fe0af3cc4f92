package io.pickglass.monitor;

import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.model.TaskReport;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one task at one instant; used again for the next. Stamps are of the clock of the
 * task's monitor, durations in nanoseconds; {@value #UNKNOWN} stands for what is not known.
 *
 * <p>Threads: one at a time.
 */
public final class TaskReading extends TaskNumbers {
  private static final TaskKind[] KINDS = TaskKind.values();
  private static final TaskPhase[] PHASES = TaskPhase.values();

  private LiveTasks.@Nullable Member source;
  private @Nullable TaskTotals totals;

  // Of a task that has ended, instead: its monitor may be removed, and is then kept by nobody.
  private String monitor = "";
  private boolean seesPolls;
  // Enums by their numbers: a reference costs the collector's barriers, and ends write them.
  private int kind;
  private Place place = Place.UNKNOWN;
  // Asked for when they are wanted: they lie in another object, and most tasks are only counted.
  private @Nullable String name;
  private long number;
  private long parent;
  private @Nullable Notes notes;

  // Of the task of which it is a section.
  private int ofKind;
  private long ofNumber;

  private int phase;
  private long born;
  private long since;
  private long at;

  private long waker;

  /** Of whom that is read, if he can still be asked for more. */
  public void from(LiveTasks.@Nullable Member source) {
    this.source = source;
  }

  /** The task as its polls are seen; null if it has ended, or has no polls of its own. */
  public @Nullable Polled polled() {
    return source instanceof Polled polled ? polled : null;
  }

  /**
   * Keeps the polls and waits of the task one by one from now on, if it lives and there is room.
   */
  public void beginSpreads(long now) {
    if (source != null && totals != null) {
      source.beginSpreads(totals.table(), now);
      notes = source.noted();
    }
  }

  /** The same if it has had so many polls that it gets histograms unasked. */
  public void beginSpreadsIfBusy(long now) {
    boolean has = notes != null && notes.spreads() != null;
    if (!has && totals != null && totals.table().takesUnasked(pollCount())) {
      beginSpreads(now);
    }
  }

  /** Which monitor counts it; the first that is told of a task that lives. */
  public void in(TaskTotals totals) {
    this.totals = totals;
  }

  /**
   * Which monitor has counted it; the first that is told of a task that has ended. Nothing that is
   * kept of it refers to what the program may have given up.
   */
  public void endedIn(TaskTotals totals) {
    if (!monitor.equals(totals.name())) {
      monitor = totals.name();
    }
    seesPolls = totals.seesPolls();
  }

  /** Which task it is. */
  public void task(TaskKind kind, long number, Place place, long parent, long waker) {
    this.kind = kind.ordinal();
    this.number = number;
    // Most often it is the same as that of the task before.
    if (this.place != place) {
      this.place = place;
    }
    this.parent = parent;
    this.ofNumber = 0;
    this.waker = waker;
  }

  /** It is a section of the task that was read: what that had done before does not count. */
  public void section(long number, long entered, TaskReport before) {
    this.ofKind = kind;
    this.ofNumber = number();
    this.name = name();
    this.source = null;
    this.kind = TaskKind.SECTION.ordinal();
    this.number = number;
    born = entered;
    since = Math.max(since, entered);
    subtract(before);
  }

  /** How it is called, null as long as nobody asks, and what else it has been given. */
  public void named(@Nullable String name, @Nullable Notes notes) {
    if (this.name != name) {
      this.name = name;
    }
    if (this.notes != notes) {
      this.notes = notes;
    }
  }

  /** Whether nobody has said yet how it is called. */
  public boolean isUnnamed() {
    return name == null;
  }

  /** What it does, since when, and when that was read. */
  public void state(TaskPhase phase, long born, long since, long at) {
    this.phase = phase.ordinal();
    this.born = born;
    this.since = since;
    this.at = at;
  }

  /** It does that; nothing else is known of it. */
  public void untimed(String name, TaskPhase phase, long now) {
    from(null);
    totals = null;
    monitor = "";
    seesPolls = false;
    named(name, null);
    times(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    counts(UNKNOWN, UNKNOWN, UNKNOWN);
    latest(UNKNOWN, UNKNOWN, UNKNOWN);
    state(phase, now, now, now);
  }

  /** Whether it is known since when it lives, and does what it does. */
  public boolean isTimed() {
    return kind != TaskKind.UNTIMED.ordinal();
  }

  /** The task has ended so, just then. */
  public void ended(TaskPhase how) {
    this.phase = how.ordinal();
    this.since = at;
  }

  /** Another one of the same. */
  public TaskReading copied() {
    TaskReading copy = new TaskReading();
    copy.copy(this);
    return copy;
  }

  void copy(TaskReading other) {
    source = other.source;
    totals = other.totals;
    monitor = other.monitor;
    seesPolls = other.seesPolls;
    kind = other.kind;
    place = other.place;
    name = other.name();
    number = other.number();
    parent = other.parent;
    notes = other.notes;
    ofKind = other.ofKind;
    ofNumber = other.ofNumber;
    phase = other.phase;
    born = other.born;
    since = other.since;
    at = other.at;
    copyNumbers(other);
    waker = other.waker;
  }

  /** The name of the monitor that counts it. */
  public String monitor() {
    return totals == null ? monitor : totals.name();
  }

  /** Whether its polls are seen, if it is a virtual thread. */
  public boolean seesPolls() {
    return totals == null ? seesPolls : totals.seesPolls();
  }

  /** What it is. */
  public TaskKind kind() {
    return KINDS[kind];
  }

  /** Its number among those of its kind. */
  public long number() {
    if (number == 0 && source != null) {
      number = source.number();
    }
    return number;
  }

  /** Its id: {@code v123}. */
  public String id() {
    return KINDS[kind].id(number());
  }

  /** The id of what it is a part of, or of the virtual thread that has made it; empty if none. */
  public String parentId() {
    if (kind == TaskKind.SECTION.ordinal()) {
      return ofNumber == 0 ? "" : KINDS[ofKind].id(ofNumber);
    }
    return Who.isVirtual(parent) ? TaskKind.VIRTUAL.id(parent) : "";
  }

  /** Whether it has that {@linkplain #parentId parent}. Makes nothing. */
  public boolean isOf(TaskKind parentKind, long parentNumber) {
    return kind == TaskKind.SECTION.ordinal()
        ? ofNumber != 0 && ofNumber == parentNumber && ofKind == parentKind.ordinal()
        : parentKind == TaskKind.VIRTUAL && Who.isVirtual(parent) && parent == parentNumber;
  }

  /** Where it comes from. */
  public Place place() {
    return place;
  }

  /** The name that it or its thread was given; empty if none. */
  public String name() {
    if (name == null) {
      name = source == null ? "" : source.givenName();
    }
    return name;
  }

  /** What has made it, as {@link Who} says it. */
  public long parent() {
    return parent;
  }

  /** What else it has been given, or null. */
  public @Nullable Notes notes() {
    return notes;
  }

  /** The same of a whole task; null of a section, which has those of its task. */
  @Nullable Notes ownNotes() {
    return kind == TaskKind.SECTION.ordinal() ? null : notes;
  }

  /** What it does, or how it has ended. */
  public TaskPhase phase() {
    return PHASES[phase];
  }

  /** When it was instrumented. */
  public long born() {
    return born;
  }

  /** Since when it does that. */
  public long since() {
    return since;
  }

  /** When it was read, or has ended. */
  public long at() {
    return at;
  }

  /** For how long it lives, or has lived. */
  public long totalNanos() {
    return isTimed() ? at - born : UNKNOWN;
  }

  /** For how long it does what it does now; since its end, if it has ended. */
  public long stateNanos(long now) {
    return isTimed() ? Math.max(0, now - since) : UNKNOWN;
  }

  /** How often it became ready, its start included. */
  public long wakeCount() {
    return pollCount() == UNKNOWN
        ? UNKNOWN
        : pollCount() + (phase == TaskPhase.SCHEDULED.ordinal() || pollCount() == 0 ? 1 : 0);
  }

  /** By whom, as {@link Who} says it. */
  public long waker() {
    return waker;
  }
}
