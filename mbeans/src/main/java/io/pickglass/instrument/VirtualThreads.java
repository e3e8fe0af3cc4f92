package io.pickglass.instrument;

import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.Place;
import io.pickglass.model.TaskReport;
import io.pickglass.model.Tracking;
import io.pickglass.task.View;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Makes virtual threads that are watched, as exactly as this JVM lets us.
 *
 * <p>Threads: any. The first call finds out what can be seen, which takes some tens of
 * milliseconds.
 */
public final class VirtualThreads {
  private static final LongAdder SKIPPED = new LongAdder();
  private static final @Nullable Facade FACADE =
      VirtualThreadAccess.problem() == null
          ? new Facade(VirtualThreadAccess.defaultScheduler())
          : null;

  private static final SelfCheck SELF_CHECK = new SelfCheck(FACADE);

  private VirtualThreads() {}

  /** What is seen of virtual threads in this JVM, and why. */
  public static Tracking tracking() {
    return SELF_CHECK.tracking();
  }

  /** Whether every poll of a watched virtual thread is seen. */
  public static boolean seesPolls() {
    return tracking().mode() == Tracking.Mode.EXACT;
  }

  /** A task's report as far as it can be true here. */
  public static TaskReport asFarAsSeen(TaskReport report) {
    return seesPolls() ? report : report.withoutPolls();
  }

  /** A virtual thread, not yet started, as that factory makes it, watched for that view. */
  public static Thread unstarted(ThreadFactory factory, View view, Runnable code) {
    if (FACADE == null || !seesPolls()) {
      return factory.newThread(OnePollTask.ofThread(view, Places.of(code), code));
    }
    return hooked(FACADE, factory, view, code);
  }

  static Thread hooked(Facade facade, ThreadFactory factory, View view, Runnable code) {
    VirtualTask task = new VirtualTask(view, Places.of(code), code);
    Thread thread = factory.newThread(task);
    hook(facade, thread, task);
    return thread;
  }

  private static void hook(Facade facade, Thread thread, VirtualTask task) {
    if (facade.standsFor(VirtualThreadAccess.scheduler(thread))) {
      task.hook(thread, facade);
    } else {
      task.skip(thread);
      SKIPPED.increment();
    }
  }

  /** Whether that is the code of a thread that is watched anyway. */
  public static boolean isTask(Runnable code) {
    return code instanceof VirtualTask || code instanceof OnePollTask;
  }

  /**
   * What a virtual thread that is about to be made shall run instead of its code, to be watched for
   * that view from its start on. Whoever makes it calls {@link #made} before it can start.
   *
   * @param place where such tasks come from
   */
  public static Runnable task(View view, Place place, Runnable code) {
    return FACADE == null || !seesPolls()
        ? OnePollTask.ofThread(view, place, code)
        : new FoundTask(view, place, code);
  }

  /** A virtual thread was made to run that, of {@link #task} or not, and has not been started. */
  public static void made(Thread thread, Runnable code) {
    if (FACADE != null && code instanceof FoundTask task) {
      hook(FACADE, thread, task);
    } else if (!isTask(code)) {
      var _ = unwatched(thread);
    }
  }

  /**
   * The same thread, not yet started and not watched, on the JVM's own scheduler: one that is made
   * by a watched thread has inherited ours.
   */
  public static Thread unwatched(Thread thread) {
    try {
      if (FACADE != null
          && VirtualThreadAccess.scheduler(thread) == FACADE
          && !(VirtualThreadAccess.runContinuation(thread) instanceof VirtualTask)) {
        VirtualThreadAccess.replace(
            thread,
            VirtualThreadAccess.defaultScheduler(),
            VirtualThreadAccess.runContinuation(thread));
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
    return thread;
  }

  /** Whether that is the JVM's own scheduler of virtual threads, or what stands before it. */
  public static boolean isScheduler(Executor pool) {
    return FACADE != null && FACADE.standsFor(pool);
  }

  /** How many threads were left alone because they have a scheduler of their own. */
  public static long skippedCount() {
    return SKIPPED.sum();
  }

  /** The watched task of the calling virtual thread, or null. */
  public static @Nullable VirtualTask currentTask() {
    return FACADE == null ? null : VirtualTask.current();
  }
}
