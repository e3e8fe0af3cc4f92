package io.pickglass.instrument;

import io.pickglass.jdk.VirtualThreadAccess;
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
      return factory.newThread(new OnePollTask(PlainTask.unlisted(view), code));
    }
    return hooked(FACADE, factory, view, code);
  }

  static Thread hooked(Facade facade, ThreadFactory factory, View view, Runnable code) {
    VirtualTask task = new VirtualTask(view, code);
    Thread thread = factory.newThread(task);
    Executor scheduler = VirtualThreadAccess.scheduler(thread);
    if (scheduler == VirtualThreadAccess.defaultScheduler() || scheduler == facade) {
      task.hook(thread, facade);
    } else {
      task.skip(thread);
      SKIPPED.increment();
    }
    return thread;
  }

  /**
   * The same thread, not yet started and not watched, on the JVM's own scheduler: one that is made
   * by a watched thread has inherited ours.
   */
  public static Thread unwatched(Thread thread) {
    try {
      if (FACADE != null && VirtualThreadAccess.scheduler(thread) == FACADE) {
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

  /** How many threads were left alone because they have a scheduler of their own. */
  public static long skippedCount() {
    return SKIPPED.sum();
  }

  /** The watched task of the calling virtual thread, or null. */
  public static @Nullable VirtualTask currentTask() {
    return FACADE == null ? null : VirtualTask.current();
  }
}
