package io.pickglass.monitor;

import io.pickglass.catalog.RuntimeDistribution;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What platform threads do with watched tasks: of each one that has polled any, a place with the
 * task it runs now, if any, its {@link Work} and its {@link Turns}. The place is an array of the
 * JDK's types and belongs to its thread; when that is gone, so is the place.
 *
 * <p>Threads: a place is written by its thread and read by anybody.
 */
public final class ThreadWork {
  private static final int TASK = 0;
  private static final int WORK = 1;
  private static final int TURNS = 2;

  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(Object[].class);

  private static final ConcurrentHashMap<Long, Kept> PLACES = new ConcurrentHashMap<>();
  private static final ReferenceQueue<@Nullable Object[]> GONE = new ReferenceQueue<>();

  private static final AtomicInteger MADE = new AtomicInteger();

  private ThreadWork() {}

  private static final class Kept extends WeakReference<@Nullable Object[]> implements PollSite {
    private final long threadId;
    private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());

    Kept(long threadId, @Nullable Object[] place) {
      super(place, GONE);
      this.threadId = threadId;
    }

    @Override
    public @Nullable Polled polled() {
      @Nullable Object[] place = get();
      return place == null ? null : ThreadWork.polled(place);
    }

    @Override
    public long pollCount() {
      @Nullable Object[] place = get();
      long[] work = place == null ? null : work(place);
      return work == null ? 0 : Work.pollCount(work);
    }

    @Override
    public @Nullable Thread thread() {
      return thread.get();
    }
  }

  /** A place for the calling thread, if it is a platform thread known to readers from now on. */
  public static @Nullable Object[] newPlace(long now) {
    @Nullable Object[] place = new Object[TURNS + 1];
    Thread thread = Thread.currentThread();
    if (!thread.isVirtual()) {
      place[WORK] = Work.madeAt(now);
      place[TURNS] = Turns.place();
      for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
        if (gone instanceof Kept kept) {
          PLACES.remove(kept.threadId, kept);
        }
      }
      PLACES.put(thread.threadId(), new Kept(thread.threadId(), place));
      MADE.incrementAndGet();
    }
    return place;
  }

  /** The task of a place. */
  public static @Nullable Object task(@Nullable Object[] place) {
    return place[TASK];
  }

  /**
   * That task runs on the place's thread, the caller, since then, perhaps within another.
   *
   * @param waited for how long it has been ready; below zero if that is not known
   */
  public static void enter(@Nullable Object[] place, Object task, long at, long waited) {
    if (place[TASK] == null && place[WORK] instanceof long[] work) {
      Turns.add((long[][]) place[TURNS], RuntimeDistribution.SCHEDULING_DELAY, waited);
      Work.pollBegins(work, at);
    }
    AT.setRelease(place, TASK, task);
  }

  /** The task of the place's thread, the caller, is done, and the outer one runs on, if any. */
  public static void leave(@Nullable Object[] place, @Nullable Object outer, long at) {
    AT.setRelease(place, TASK, outer);
    if (outer == null && place[WORK] instanceof long[] work && Work.isPolling(work)) {
      long duration = at - Work.latestStart(work);
      Turns.add((long[][]) place[TURNS], RuntimeDistribution.POLL, duration);
      Work.pollEnds(work, at);
    }
  }

  /** The place of that thread; null if it has polled nothing. */
  public static @Nullable Object @Nullable [] placeOf(long threadId) {
    Kept kept = PLACES.get(threadId);
    return kept == null ? null : kept.get();
  }

  /** How many threads have got a place so far. */
  static int madeCount() {
    return MADE.get();
  }

  /** The places of all threads that have one, seen from outside. */
  static List<PollSite> all() {
    return new ArrayList<>(PLACES.values());
  }

  /** The work of a place; null for that of a virtual thread. */
  public static long @Nullable [] work(@Nullable Object[] place) {
    return (long[]) place[WORK];
  }

  /** Where the turns of a place are; null for that of a virtual thread. */
  public static long @Nullable [][] turns(@Nullable Object[] place) {
    return (long[][]) place[TURNS];
  }

  /** What a place's thread runs. */
  public static @Nullable Polled polled(@Nullable Object[] place) {
    return AT.getAcquire(place, TASK) instanceof Polled polled ? polled : null;
  }
}
