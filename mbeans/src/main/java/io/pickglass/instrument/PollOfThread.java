package io.pickglass.instrument;

import io.pickglass.monitor.ThreadWork;
import io.pickglass.task.Reported;
import io.pickglass.time.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * Whose poll runs on the calling thread, where the thread is not itself a watched task.
 *
 * <p>Threads: each its own. A thread keeps an empty place when the poll is over: nothing of it
 * refers to a task, or to a class of ours.
 */
public final class PollOfThread {
  private static final ThreadLocal<@Nullable Object @Nullable []> TASK = new ThreadLocal<>();

  private PollOfThread() {}

  /** The watched task that runs on this thread, the innermost if there are several; or null. */
  public static @Nullable Reported current() {
    VirtualTask virtual = VirtualThreads.currentTask();
    if (virtual != null) {
      return virtual;
    }
    @Nullable Object[] place = TASK.get();
    return place == null ? null : (Reported) ThreadWork.task(place);
  }

  /**
   * A poll of that task begins on this thread. A watched virtual thread remains its own task.
   *
   * @param at when; 0 stands for now
   * @param waited for how long the task was ready; below zero if that is not known
   * @return whose poll ran till now
   */
  static @Nullable Reported enter(Reported task, long at, long waited) {
    if (VirtualThreads.currentTask() != null) {
      return null;
    }
    long began = orNow(at);
    @Nullable Object[] place = TASK.get();
    if (place == null) {
      place = ThreadWork.newPlace(began);
      TASK.set(place);
    }
    Reported before = (Reported) ThreadWork.task(place);
    ThreadWork.enter(place, task, began, waited);
    return before;
  }

  /**
   * That task's poll is over. If this thread runs it, it runs the outer one again, if any.
   *
   * @param at when; 0 stands for now
   * @return whether it ran here
   */
  static boolean leave(Reported task, @Nullable Reported outer, long at) {
    @Nullable Object[] place = TASK.get();
    boolean here = place != null && ThreadWork.task(place) == task;
    if (place != null && here) {
      ThreadWork.leave(place, outer, orNow(at));
    }
    return here;
  }

  private static long orNow(long at) {
    return at == 0 ? NanoClock.SYSTEM.nanos() : at;
  }
}
