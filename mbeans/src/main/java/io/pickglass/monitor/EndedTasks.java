package io.pickglass.monitor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that ended last: numbers and names of theirs, never what they ran. A place is written
 * again when as many others have ended, so nothing is made for each.
 *
 * <p>Threads: any, without locks. A carrier writes places of its own; other threads share some, and
 * who finds one being written leaves it alone. A reader throws away what was written meanwhile.
 *
 * <p>Bounds: {@link #limit()} places of about 250 bytes, made when they are first needed. They are
 * kept, with what their tasks were given, until others need them.
 */
public final class EndedTasks {
  /** How many are kept at first. */
  public static final int DEFAULT_LIMIT = 10_000;

  /** For how long they are shown at first. */
  public static final long DEFAULT_RETAIN_NANOS = 60_000_000_000L;

  /** More would fill the heap. */
  public static final int MOST = 1_000_000;

  private static final int CARRIERS = Runtime.getRuntime().availableProcessors();

  private final TaskTable table;

  // One for each carrier, and the last for everybody else.
  private volatile Stripe[] stripes = stripes(DEFAULT_LIMIT);
  private volatile int limit = DEFAULT_LIMIT;
  private volatile long retainNanos = DEFAULT_RETAIN_NANOS;

  EndedTasks(TaskTable table) {
    this.table = table;
  }

  /** A place for one task. */
  public static final class Kept {
    private static final VarHandle VERSION;

    static {
      try {
        VERSION = MethodHandles.lookup().findVarHandle(Kept.class, "version", long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    // Odd while it is written.
    private volatile long version;
    private final TaskReading task = new TaskReading();

    /** The task, for whoever has begun to write it. */
    public TaskReading task() {
      return task;
    }

    /** Begins to write where nobody else does: the version is not even read, only its turn. */
    private Kept beginAlone(long turn) {
      VERSION.setOpaque(this, 2 * turn + 1);
      VarHandle.storeStoreFence();
      return this;
    }

    private @Nullable Kept begin() {
      long known = version;
      boolean begun = (known & 1) == 0 && VERSION.compareAndSet(this, known, known + 1);
      VarHandle.storeStoreFence();
      return begun ? this : null;
    }

    /** What was begun is written. */
    public void written() {
      VERSION.setRelease(this, (long) VERSION.getOpaque(this) + 1);
    }

    private boolean copyTo(TaskReading into) {
      long before = version;
      if (before == 0 || (before & 1) != 0) {
        return false;
      }
      into.copy(task);
      VarHandle.acquireFence();
      return version == before;
    }
  }

  private static final class Stripe {
    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(Kept[].class);

    private final @Nullable Kept[] kept;
    private final AtomicLong turns = new AtomicLong();

    Stripe(int places) {
      kept = new Kept[places];
    }

    /** The next place of the carrier that alone writes here. */
    Kept beginAlone() {
      long turn = turns.getPlain();
      turns.setPlain(turn + 1);
      int index = (int) (turn % kept.length);
      Kept place = kept[index];
      if (place == null) {
        place = new Kept();
        AT.setRelease(kept, index, place);
      }
      return place.beginAlone(turn);
    }

    @Nullable Kept begin() {
      int index = (int) (turns.getAndIncrement() % kept.length);
      Kept place = at(index);
      if (place == null) {
        place = new Kept();
        if (!AT.compareAndSet(kept, index, (Kept) null, place)) {
          return null;
        }
      }
      return place.begin();
    }

    @Nullable Kept at(int index) {
      return (Kept) AT.getAcquire(kept, index);
    }
  }

  private static Stripe[] stripes(int limit) {
    Stripe[] made = new Stripe[CARRIERS + 1];
    for (int i = 0; i < made.length; i++) {
      // The remainder to those that come last: a limit of one is for everybody else.
      made[i] =
          new Stripe((int) ((long) limit * (i + 1) / made.length - (long) limit * i / made.length));
    }
    return made;
  }

  /**
   * A place for a task that has just ended; null if none is kept. Whoever gets it fills it and says
   * that it is {@linkplain Kept#written written}, without blocking.
   */
  public @Nullable Kept begin(@Nullable Lane lane) {
    Stripe[] known = stripes;
    boolean alone = lane != null && lane.index() < CARRIERS;
    Stripe stripe = known[alone && lane != null ? lane.index() : CARRIERS];
    if (stripe.kept.length == 0) {
      return null;
    }
    Kept place = alone ? stripe.beginAlone() : stripe.begin();
    if (place != null) {
      table.giveBackSpreads(place.task.ownNotes());
    }
    return place;
  }

  /** Shows all that are kept, each in the same reading. */
  public void forEach(TaskReading reading, Consumer<TaskReading> reader) {
    for (Stripe stripe : stripes) {
      for (int i = 0; i < stripe.kept.length; i++) {
        Kept place = stripe.at(i);
        if (place != null && place.copyTo(reading)) {
          reader.accept(reading);
        }
      }
    }
  }

  /** How many are kept at most; those that end on one carrier have their share of the places. */
  public int limit() {
    return limit;
  }

  /**
   * Sets how many are kept, and forgets those that are.
   *
   * @throws IllegalArgumentException below 0 or above {@value #MOST}
   */
  public void limit(int tasks) {
    if (tasks < 0 || tasks > MOST) {
      throw new IllegalArgumentException(tasks + " tasks: give 0 to " + MOST);
    }
    limit = tasks;
    Stripe[] before = stripes;
    stripes = stripes(tasks);
    for (Stripe stripe : before) {
      for (int i = 0; i < stripe.kept.length; i++) {
        Kept place = stripe.at(i);
        table.giveBackSpreads(place == null ? null : place.task.ownNotes());
      }
    }
  }

  /** For how long they are shown. */
  public long retainNanos() {
    return retainNanos;
  }

  /**
   * Sets for how long they are shown.
   *
   * @throws IllegalArgumentException below zero
   */
  public void retainNanos(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(nanos + " ns: give 0 or more");
    }
    retainNanos = nanos;
  }
}
