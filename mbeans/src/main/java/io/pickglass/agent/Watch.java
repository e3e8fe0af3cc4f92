package io.pickglass.agent;

import io.pickglass.agent.Hook.Call;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.OnePollTask;
import io.pickglass.instrument.PooledTasks;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.jdk.PoolAccess;
import io.pickglass.task.View;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's own code asks and says, with our calls in it.
 *
 * <p>Threads: any of the program's. Errors: none gets out.
 */
final class Watch {
  private final Supplier<Grouping> grouping;
  private final PooledTasks pooled = new PooledTasks();

  private final Sections sections;

  Watch(Supplier<Grouping> grouping, Sections sections) {
    this.grouping = grouping;
    this.sections = sections;
  }

  void threads(Hook hook) throws ReflectiveOperationException {
    // In this order: whoever was told what to run shows the thread.
    hook.ask(Call.MADE, this::made);
    hook.askFor(Call.CODE, this::code);
  }

  /**
   * No further thread is watched. Those that were made go on to be shown: whoever makes one may
   * have asked just before, and what he was told then waits for its thread.
   */
  void noMoreThreads(Hook hook) throws ReflectiveOperationException {
    hook.askFor(Call.CODE, null);
  }

  void pools(Hook hook) throws ReflectiveOperationException {
    hook.ask(Call.ENDED, this::ended);
    hook.ask(Call.BEGINS, this::begins);
    hook.ask(Call.STARTS, this::starts);
    hook.ask(Call.TAKEN, this::taken);
    hook.ask(Call.UNLOCKED, this::unlocked);
    hook.ask(Call.REFUSED, this::refused);
    hook.ask(Call.HANDED, this::handed);
    hook.askFor(Call.FORKED, this::forked);
  }

  /** What pools are given from now on is not watched; what they have is, to its end. */
  void noMorePools(Hook hook) throws ReflectiveOperationException {
    hook.ask(Call.HANDED, null);
    hook.askFor(Call.FORKED, null);
  }

  /** Never taken back: a method that has been entered is left. */
  void methods(Hook hook) throws ReflectiveOperationException {
    hook.<Object, Throwable>ask(Call.LEFT, this::left);
    hook.<String, Object>askFor(Call.ENTERED, this::entered);
  }

  private @Nullable Object entered(String name, @Nullable Object none) {
    try {
      return sections.enter(name);
    } catch (Throwable e) {
      Guard.caught(e);
      return none;
    }
  }

  private void left(@Nullable Object section, @Nullable Throwable thrown) {
    try {
      if (section != null) {
        sections.leave(section, thrown);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private Runnable code(@Nullable String threadName, Runnable code) {
    try {
      View view = VirtualThreads.isTask(code) ? null : grouping.get().of(threadName, code).view();
      return view == null ? code : VirtualThreads.task(view, code);
    } catch (Throwable e) {
      Guard.caught(e);
      return code;
    }
  }

  private void made(Thread thread, Runnable code) {
    try {
      VirtualThreads.made(thread, code);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void handed(ThreadPoolExecutor pool, @Nullable Runnable code) {
    try {
      View view = code == null ? null : grouping.get().of(null, code).view();
      if (code != null && view != null) {
        pooled.handed(view, code);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void refused(ThreadPoolExecutor pool, Runnable code) {
    try {
      pooled.refused(code);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void starts(ThreadPoolExecutor pool, Runnable worker) {
    try {
      pooled.workerStarts();
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void taken(ThreadPoolExecutor pool, @Nullable Runnable code) {
    try {
      if (code != null) {
        pooled.taken(code);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void begins(ThreadPoolExecutor pool, Runnable code) {
    try {
      pooled.begins(code);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void ended(Runnable code, @Nullable Throwable thrown) {
    try {
      pooled.ended(thrown);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  private void unlocked(Runnable worker, @Nullable Throwable never) {
    try {
      // Also by others, who look whether it is idle.
      if (PoolAccess.thread(worker) == Thread.currentThread()) {
        pooled.ended(null);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** A pool puts what is no ForkJoinTask into an object of its own, where nobody looks. */
  private @Nullable Runnable forked(ForkJoinPool pool, @Nullable Runnable code) {
    if (code == null || code instanceof ForkJoinTask || VirtualThreads.isScheduler(pool)) {
      return code;
    }
    try {
      View view = grouping.get().of(null, code).view();
      return view == null ? code : OnePollTask.of(view, code);
    } catch (Throwable e) {
      Guard.caught(e);
      return code;
    }
  }
}
