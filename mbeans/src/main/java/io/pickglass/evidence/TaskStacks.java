package io.pickglass.evidence;

import io.pickglass.jdk.ThreadStacks;
import io.pickglass.model.TaskStack;
import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.PollSites;
import io.pickglass.monitor.Polled;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the stack of one task, if it is in a poll. */
public final class TaskStacks {
  private static final String WAITS =
      "it is in no poll now, and this JDK tells no stack of a virtual thread that waits without"
          + " disturbing it";
  private static final String QUEUED = "no thread runs it now";

  private TaskStacks() {}

  /** The stack of the task of that id. Any thread; stops the task's own for some microseconds. */
  public static TaskStack of(String id, Polled task) {
    Thread virtual = task.virtualThread();
    return virtual == null ? onPlatform(id, task) : ofVirtual(id, virtual);
  }

  /** The same of a virtual thread that need not be watched. */
  public static TaskStack ofVirtual(String id, Thread virtual) {
    Thread carrier = ThreadStacks.carrierOf(virtual);
    List<String> frames = frames(virtual);
    if (!frames.isEmpty()) {
      return new TaskStack(id, carrier == null ? "" : carrier.getName(), frames, "");
    }
    String problem = ThreadStacks.problem();
    return TaskStack.none(id, problem == null ? WAITS : problem);
  }

  private static TaskStack onPlatform(String id, Polled task) {
    for (PollSite site : PollSites.ALL.list()) {
      @Nullable Thread thread = site.polled() == task ? site.thread() : null;
      List<String> frames = thread == null ? List.of() : frames(thread);
      // Of that very task: it may have ended while its thread told.
      if (thread != null && !frames.isEmpty() && site.polled() == task) {
        return new TaskStack(id, thread.getName(), frames, "");
      }
    }
    return TaskStack.none(id, QUEUED);
  }

  private static List<String> frames(Thread thread) {
    return Arrays.stream(ThreadStacks.of(thread)).map(StackTraceElement::toString).toList();
  }
}
