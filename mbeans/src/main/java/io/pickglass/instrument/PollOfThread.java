package io.pickglass.instrument;

import io.pickglass.task.Reported;
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
    return place == null ? null : (Reported) place[0];
  }

  /**
   * Says whose poll runs on this thread from now on. A watched virtual thread remains its own task.
   *
   * @return whose poll ran till now
   */
  static @Nullable Reported replace(@Nullable Reported task) {
    if (VirtualThreads.currentTask() != null) {
      return null;
    }
    @Nullable Object[] place = TASK.get();
    if (place == null) {
      place = new Object[1];
      TASK.set(place);
    }
    Reported before = (Reported) place[0];
    place[0] = task;
    return before;
  }
}
