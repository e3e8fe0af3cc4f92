package io.pickglass.agent;

import static java.util.Objects.requireNonNull;

import io.pickglass.agent.Hook.Call;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.OnePollTask;
import io.pickglass.instrument.PooledTasks;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.jdk.PoolAccess;
import io.pickglass.task.View;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's own code asks and says, with our calls in it.
 *
 * <p>Threads: any of the program's. Errors: none gets out.
 */
final class Watch {
  // Whoever ends something before whoever begins it.
  private static final List<Call> POOLS =
      List.of(
          Call.ENDED,
          Call.BEGINS,
          Call.STARTS,
          Call.TAKEN,
          Call.UNLOCKED,
          Call.REFUSED,
          Call.HANDED,
          Call.FORKED);

  private final Supplier<Grouping> grouping;
  private final PooledTasks pooled = new PooledTasks();

  private final Sections sections;

  Watch(Supplier<Grouping> grouping, Sections sections) {
    this.grouping = grouping;
    this.sections = sections;
  }

  void threads(Hook hook) throws ReflectiveOperationException {
    // In this order: whoever was told what to run shows the thread.
    hook.ask(Call.MADE, new Asked(Call.MADE));
    hook.ask(Call.CODE, new Asked(Call.CODE));
  }

  /**
   * No further thread is watched. Those that were made go on to be shown: whoever makes one may
   * have asked just before, and what he was told then waits for its thread.
   */
  void noMoreThreads(Hook hook) throws ReflectiveOperationException {
    hook.askNobody(Call.CODE);
  }

  void pools(Hook hook) throws ReflectiveOperationException {
    for (Call call : POOLS) {
      hook.ask(call, new Asked(call));
    }
  }

  /** What pools are given from now on is not watched; what they have is, to its end. */
  void noMorePools(Hook hook) throws ReflectiveOperationException {
    hook.askNobody(Call.HANDED);
    hook.askNobody(Call.FORKED);
  }

  /** Never taken back: a method that has been entered is left. */
  void methods(Hook hook) throws ReflectiveOperationException {
    hook.ask(Call.LEFT, new Asked(Call.LEFT));
    hook.ask(Call.ENTERED, new Asked(Call.ENTERED));
  }

  /**
   * Who is asked in one of the calls. A class for all of them, for they are made while the JVM
   * starts, and a lambda for each would take it longer.
   */
  private final class Asked
      implements BiConsumer<@Nullable Object, @Nullable Object>,
          BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> {
    private final Call call;

    Asked(Call call) {
      this.call = call;
    }

    @Override
    public @Nullable Object apply(@Nullable Object first, @Nullable Object second) {
      try {
        return switch (call) {
          case CODE -> code((String) first, (Runnable) requireNonNull(second));
          case FORKED -> forked((ForkJoinPool) requireNonNull(first), (Runnable) second);
          case ENTERED -> sections.enter((String) requireNonNull(first));
          default -> second;
        };
      } catch (Throwable e) {
        Guard.caught(e);
        return second;
      }
    }

    @Override
    public void accept(@Nullable Object first, @Nullable Object second) {
      try {
        switch (call) {
          case MADE -> VirtualThreads.made((Thread) requireNonNull(first), given(second));
          case HANDED -> handed((Runnable) second);
          case REFUSED -> pooled.refused(given(second));
          case STARTS -> pooled.workerStarts();
          case TAKEN -> taken((Runnable) second);
          case BEGINS -> pooled.begins(given(second));
          case ENDED -> pooled.ended((Throwable) second);
          case UNLOCKED -> unlocked((Runnable) requireNonNull(first));
          case LEFT -> left(first, (Throwable) second);
          default -> {
            // Those give an answer.
          }
        }
      } catch (Throwable e) {
        Guard.caught(e);
      }
    }

    private static Runnable given(@Nullable Object given) {
      return (Runnable) requireNonNull(given);
    }
  }

  private void left(@Nullable Object section, @Nullable Throwable thrown) {
    if (section != null) {
      sections.leave(section, thrown);
    }
  }

  private Runnable code(@Nullable String threadName, Runnable code) {
    if (VirtualThreads.isTask(code)) {
      return code;
    }
    Group group = grouping.get().of(threadName, code);
    View view = group.view();
    return view == null ? code : VirtualThreads.task(view, group.place(), code);
  }

  private void handed(@Nullable Runnable code) {
    if (code == null) {
      return;
    }
    Group group = grouping.get().of(null, code);
    View view = group.view();
    if (view != null) {
      pooled.handed(view, group.place(), code);
    }
  }

  private void taken(@Nullable Runnable code) {
    if (code != null) {
      pooled.taken(code);
    }
  }

  private void unlocked(Runnable worker) {
    // Also by others, who look whether it is idle.
    if (PoolAccess.thread(worker) == Thread.currentThread()) {
      pooled.ended(null);
    }
  }

  /** A pool puts what is no ForkJoinTask into an object of its own, where nobody looks. */
  private @Nullable Runnable forked(ForkJoinPool pool, @Nullable Runnable code) {
    if (code == null || code instanceof ForkJoinTask || VirtualThreads.isScheduler(pool)) {
      return code;
    }
    View view = grouping.get().of(null, code).view();
    return view == null ? code : OnePollTask.of(view, code);
  }
}
