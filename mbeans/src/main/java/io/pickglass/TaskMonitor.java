package io.pickglass;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.pickglass.instrument.HandleTask;
import io.pickglass.instrument.Pipeline;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.instrument.WatchedExecutor;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.Switch;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.View;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named group of tasks whose numbers are added up. Get one from {@link Pickglass#monitor}.
 *
 * {@snippet class="io.pickglass.TaskMonitorTest" region="monitor"}
 *
 * <p>It can be {@linkplain #enabled(boolean) switched off and on} while the program runs.
 *
 * <p>Threads: any. Errors: nothing of ours is thrown into the tasks or their callers.
 */
public final class TaskMonitor {
  private static final ThreadFactory PLAIN_THREADS = Thread.ofVirtual().factory();

  private final TaskTotals totals;
  private final View whole;
  private final Switch onOff;

  TaskMonitor(TaskTotals totals) {
    this.totals = totals;
    this.whole = View.whole(totals);
    this.onOff = totals.onOff();
  }

  /** The monitor's name, with characters replaced that would need quoting somewhere. */
  public String name() {
    return totals.name();
  }

  /** Starts a watched virtual thread. */
  public Thread start(Runnable task) {
    Thread thread = unstarted(task);
    thread.start();
    return thread;
  }

  /** A watched virtual thread as the builder makes it, not yet started. */
  public Thread unstarted(Thread.Builder.OfVirtual builder, Runnable task) {
    Objects.requireNonNull(builder);
    Objects.requireNonNull(task);
    return onOff.isWatching()
        ? VirtualThreads.unstarted(builder::unstarted, whole, task)
        : VirtualThreads.unwatched(builder.unstarted(task));
  }

  private Thread unstarted(Runnable task) {
    return onOff.isWatching()
        ? VirtualThreads.unstarted(PLAIN_THREADS, whole, Objects.requireNonNull(task))
        : VirtualThreads.unwatched(PLAIN_THREADS.newThread(task));
  }

  /** Makes watched virtual threads. */
  public ThreadFactory threadFactory() {
    return this::unstarted;
  }

  /** An executor that runs each task in a watched virtual thread of its own. */
  public ExecutorService newThreadPerTaskExecutor() {
    return Executors.newThreadPerTaskExecutor(threadFactory());
  }

  /**
   * The same executor, watched: handing over is the wake of a task, its run is its only poll.
   *
   * <p>The executor itself is not changed. What it is given by {@code execute} is an object of ours
   * that runs, compares and prints as the application's: its hooks ({@code beforeExecute}, {@code
   * afterExecute}, a {@link java.util.concurrent.RejectedExecutionHandler}) and its queue see that
   * one, and find their own with {@link #unwrapped}; to {@code remove} the application's from the
   * queue finds nothing. {@code submit} gives it the very future that it returns, a {@link
   * java.util.concurrent.FutureTask}; the executor's own {@code newTaskFor} is not asked. An
   * executor whose queue has a {@link java.util.Comparator}, or a subclass of {@link
   * java.util.concurrent.ThreadPoolExecutor} whose queue orders, as those do that make their own
   * futures, understands the application's objects only: it is returned as it is, not watched, and
   * counted by {@code SkippedExecutorCount} of the MBean {@code pickglass:type=Pickglass}.
   *
   * <p>A task that is a Future fails as that does. How the code of a {@link
   * java.util.concurrent.CompletableFuture} ended no executor is told: use {@link #async}.
   */
  public ExecutorService executor(ExecutorService delegate) {
    return WatchedExecutor.of(delegate, whole, onOff);
  }

  /**
   * The same executor, watched. A delayed task is polled by its only run; a periodic one by each of
   * its runs: it is idle after a run until the next is due, then scheduled until that begins. The
   * wait for the first run is first-poll delay, the delay that was asked for included.
   *
   * <p>Of a {@link java.util.concurrent.ForkJoinPool} what it is given is seen, not what that
   * forks.
   */
  public ScheduledExecutorService executor(ScheduledExecutorService delegate) {
    return WatchedExecutor.of(delegate, whole, onOff);
  }

  /**
   * What the application gave to a {@linkplain #executor(ExecutorService) watched executor}, for
   * code that gets our object in its place: hooks and handlers of the executor, its queue. Anything
   * else is given back as it is.
   */
  public static Runnable unwrapped(Runnable task) {
    return WatchedExecutor.unwrapped(Objects.requireNonNull(task));
  }

  /**
   * Runs an asynchronous pipeline as one task. The function gets the executor, watched, and returns
   * the pipeline's last stage, which ends the task: as failed if it completes exceptionally, as
   * cancelled if it is cancelled. Handing over to the watched executor is a wake, each run of what
   * was handed over a poll. While several branches run at once the task is running; poll time may
   * then exceed lived time.
   *
   * {@snippet class="io.pickglass.conformance.AsyncConformanceTest" region="async"}
   *
   * <p>Stages that other executors or timers run are not seen: the task is idle meanwhile. One
   * whose last stage is never completed stays live.
   *
   * @return the very stage that the function returned; if that is null, or the function throws, the
   *     task is over
   */
  public <S extends @Nullable CompletionStage<?>> S async(
      Executor executor, Function<Executor, S> pipeline) {
    Objects.requireNonNull(executor);
    return onOff.isWatching()
        ? Pipeline.start(whole, executor, pipeline)
        : pipeline.apply(executor);
  }

  /** A task that its caller's own scheduler runs. */
  public TaskHandle task(String name) {
    Objects.requireNonNull(name);
    return new TaskHandle(name, onOff.isWatching() ? HandleTask.of(whole, name) : null);
  }

  /**
   * Opens a section of the task that runs now. Prefer {@link #run(Body)}, which closes it.
   *
   * @return the section, to be closed by the same task
   */
  public Section enter() {
    return Section.open(totals, whole);
  }

  /**
   * Runs code as a section of the task that runs now: its polls, idle and scheduled periods between
   * entry and exit count for this monitor, too. If it throws, the section has failed.
   */
  public <T extends @Nullable Object, X extends Exception> T run(Body<T, X> code) throws X {
    Objects.requireNonNull(code);
    Section section = enter();
    Outcome outcome = Outcome.FAILED;
    try {
      T result = code.call();
      outcome = Outcome.RETURNED;
      return result;
    } finally {
      section.close(outcome);
    }
  }

  /** Runs code as a section of the task that runs now; see {@link #run(Body)}. */
  public void run(Runnable code) {
    Objects.requireNonNull(code);
    Section section = enter();
    Outcome outcome = Outcome.FAILED;
    try {
      code.run();
      outcome = Outcome.RETURNED;
    } finally {
      section.close(outcome);
    }
  }

  /**
   * Runs code as a section of the task that runs now, and tells what the task did in it: how long
   * it ran, was ready and was idle. Nothing is thrown: what the code throws is in the answer, and
   * the section has then failed, or was cancelled if that says so.
   *
   * {@snippet class="io.pickglass.CurrentTaskTest" region="measured"}
   */
  public <T extends @Nullable Object> Measured<T> measured(Body<T, ?> code) {
    Objects.requireNonNull(code);
    return Measured.run(enter(), code);
  }

  /**
   * Switches the monitor off or on, for tasks that begin from now on. It is on at first.
   *
   * <p>A task asks once, as it begins, and what it finds holds to its end. One that begins while
   * the monitor is on is watched to its end, so that what was counted in is counted out. One that
   * begins while it is off is never watched, costs one volatile read, and is what it would be
   * without us: a plain virtual thread on the JVM's own scheduler; the very object that an executor
   * was given, in that executor's hands, and that executor's own Future; a pipeline with its own
   * executor; a section that is nothing; a handle that only runs its code. Only where an executor's
   * queue may compare its tasks, one that is Comparable is wrapped all the same: the others are.
   *
   * <p>A task begins when its thread is made, when it is handed over to the executor (that of an
   * {@link java.util.concurrent.ExecutorCompletionService}, when its Future is made), when the
   * section is entered. Numbers stand still while the monitor is off and no watched task lives;
   * they are kept.
   */
  public TaskMonitor enabled(boolean on) {
    onOff.turn(on);
    return this;
  }

  /**
   * Whether it is switched on. New tasks are watched if {@link Pickglass#isEnabled} is true, too.
   */
  public boolean isEnabled() {
    return onOff.isOn();
  }

  /** From how long on a poll is slow; 1 ms at first. */
  public Duration slowPollThreshold() {
    return Duration.ofNanos(totals.thresholds().slowPollNanos());
  }

  /**
   * Sets from how long on a poll is slow; a time that {@code long} nanoseconds cannot say counts as
   * the longest that they can.
   *
   * @throws IllegalArgumentException below zero
   */
  public TaskMonitor slowPollThreshold(Duration threshold) {
    totals.thresholds().slowPollNanos(NANOSECONDS.convert(threshold));
    return this;
  }

  /** From how long on a scheduled wait is long; 1 ms at first. */
  public Duration longDelayThreshold() {
    return Duration.ofNanos(totals.thresholds().longDelayNanos());
  }

  /**
   * Sets from how long on a scheduled wait is long; a time that {@code long} nanoseconds cannot say
   * counts as the longest that they can.
   *
   * @throws IllegalArgumentException below zero
   */
  public TaskMonitor longDelayThreshold(Duration threshold) {
    totals.thresholds().longDelayNanos(NANOSECONDS.convert(threshold));
    return this;
  }

  /** From how long on a poll is looked into while it runs; 100 ms at first. */
  public Duration evidenceThreshold() {
    return Duration.ofNanos(totals.thresholds().evidenceNanos());
  }

  /**
   * Sets from how long on a poll is looked into while it runs: its stack is taken, which stops it
   * for some ten microseconds, and its processor time compared with the time. It holds for the
   * polls that run, too. Looks are 2 ms apart at least: shorter thresholds look into those polls
   * that happen to be found.
   *
   * @throws IllegalArgumentException below zero
   */
  public TaskMonitor evidenceThreshold(Duration threshold) {
    totals.thresholds().evidenceNanos(NANOSECONDS.convert(threshold));
    return this;
  }

  /**
   * Everything since the monitor was made. The end of a virtual thread is booked before its {@code
   * join} returns; whoever learns of it from the task itself, a Future or a latch, may come some
   * microseconds before that.
   */
  public TaskMetrics cumulative() {
    return totals.cumulative();
  }

  /**
   * What happens from now on, without end: each {@code next()} gives what was since the one before.
   * Every caller has an own baseline. Percentiles are those of what was since; maxima are absent,
   * for they do not subtract.
   */
  public Iterator<TaskMetrics> intervals() {
    return new Iterator<>() {
      private Snapshot latest = totals.snapshot();

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public TaskMetrics next() {
        Snapshot now = totals.snapshot();
        TaskMetrics metrics = now.since(latest);
        latest = now;
        return metrics;
      }
    };
  }

  TaskTotals totals() {
    return totals;
  }
}
