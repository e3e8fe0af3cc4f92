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
 * <p>Threads: any, without locks. Who finds a place being written leaves it alone.
 *
 * <p>Bounds: {@link #limit()} places of about 250 bytes, made when they are first needed.
 */
public final class EndedTasks {
  /** How many are kept at first. */
  public static final int DEFAULT_LIMIT = 10_000;

  /** For how long they are kept at first. */
  public static final long DEFAULT_RETAIN_NANOS = 60_000_000_000L;

  /** More would fill the heap. */
  public static final int MOST = 1_000_000;

  private static final int STRIPES =
      Math.min(64, Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1));

  private final TaskTable table;
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

    // Odd while it is written. Who has made it odd writes, and nobody else.
    private volatile long version;
    private final TaskReading task = new TaskReading();

    /** The task, for whoever has begun to write it. */
    public TaskReading task() {
      return task;
    }

    private boolean begin() {
      long known = version;
      boolean begun = (known & 1) == 0 && VERSION.compareAndSet(this, known, known + 1);
      VarHandle.storeStoreFence();
      return begun;
    }

    /** What was begun is written. */
    public void written() {
      VERSION.setRelease(this, version + 1);
    }

    private boolean copyTo(TaskReading into) {
      if (task.isThere() && !task.isNumbered() && begin()) {
        try {
          if (!task.isNumbered()) {
            task.giveNumber();
          }
        } finally {
          written();
        }
      }
      long before = version;
      if ((before & 1) != 0) {
        return false;
      }
      into.copy(task);
      VarHandle.acquireFence();
      return version == before && into.isThere();
    }

    private void forgetBefore(long instant, TaskTable table) {
      if (task.isThere() && task.since() - instant < 0 && begin()) {
        try {
          if (task.since() - instant < 0) {
            table.giveBackSpreads(task.notes());
            task.clear();
          }
        } finally {
          written();
        }
      }
    }
  }

  private static final class Stripe {
    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(Kept[].class);

    private final @Nullable Kept[] kept;
    private final AtomicLong next = new AtomicLong();

    Stripe(int places) {
      kept = new Kept[places];
    }

    @Nullable Kept begin() {
      if (kept.length == 0) {
        return null;
      }
      int index = (int) (next.getAndIncrement() % kept.length);
      Kept place = at(index);
      if (place == null) {
        place = new Kept();
        if (!AT.compareAndSet(kept, index, (Kept) null, place)) {
          return null;
        }
      }
      return place.begin() ? place : null;
    }

    @Nullable Kept at(int index) {
      return (Kept) AT.getAcquire(kept, index);
    }
  }

  private static Stripe[] stripes(int limit) {
    Stripe[] made = new Stripe[STRIPES];
    for (int i = 0; i < STRIPES; i++) {
      made[i] = new Stripe(limit / STRIPES + (i < limit % STRIPES ? 1 : 0));
    }
    return made;
  }

  /**
   * A place for a task that has just ended; null if none is kept. Whoever gets it fills it and says
   * that it is {@linkplain Kept#written written}.
   */
  public @Nullable Kept begin(@Nullable Lane lane) {
    int stripe = lane == null ? (int) Thread.currentThread().threadId() : lane.index();
    Kept place = stripes[stripe & (STRIPES - 1)].begin();
    if (place != null) {
      table.giveBackSpreads(place.task.notes());
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

  /** Forgets those that have ended longer ago than they are kept. Called at each tick. */
  public void forgetOld(long now) {
    for (Stripe stripe : stripes) {
      for (int i = 0; i < stripe.kept.length; i++) {
        Kept place = stripe.at(i);
        if (place != null) {
          place.forgetBefore(now - retainNanos, table);
        }
      }
    }
  }

  /** How many are kept at most; those of one carrier have their share of the places. */
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
        if (place != null) {
          place.forgetBefore(Long.MAX_VALUE, table);
        }
      }
    }
  }

  /** For how long they are kept. */
  public long retainNanos() {
    return retainNanos;
  }

  /**
   * Sets for how long they are kept.
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
