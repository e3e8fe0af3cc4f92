package io.pickglass;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.pickglass.agent.Agent;
import io.pickglass.evidence.SlowPolls;
import io.pickglass.instrument.FieldSources;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.instrument.WatchedExecutor;
import io.pickglass.lint.Warnings;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.Tracking;
import io.pickglass.monitor.EndedTasks;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTable;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.IntervalReader;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door to the library.
 *
 * {@snippet class="io.pickglass.PickglassTest" region="start"}
 *
 * <p>Threads: any. Errors: nothing here throws into the application but for a null argument; what
 * goes wrong is counted, and shown by the MBean {@code pickglass:type=Pickglass}.
 */
public final class Pickglass {
  private static final Registry REGISTRY =
      new Registry(
          NanoClock.SYSTEM, new Epoch(), VirtualThreads::seesPolls, Registry.DEFAULT_LIMIT);
  private static final Runtimes RUNTIMES = new Runtimes(NanoClock.SYSTEM);
  private static final SlowPolls SLOW_POLLS = new SlowPolls();
  private static final Agent AGENT = new Agent(REGISTRY, RUNTIMES, AgentDoor.SECTIONS);
  private static final ConcurrentHashMap<TaskTotals, TaskMonitor> MONITORS =
      new ConcurrentHashMap<>();
  private static final AtomicReference<@Nullable Running> RUNNING = new AtomicReference<>();
  private static volatile boolean startedByProgram;

  static {
    REGISTRY.onEach(new Registry.Listener(_ -> {}, entry -> forget(entry.totals()), false));
    RUNTIMES.recorder().tasks(new PinnedByMonitor(REGISTRY));
  }

  private Pickglass() {}

  private static void forget(TaskTotals removed) {
    MONITORS.remove(removed);
    SLOW_POLLS.forget(removed.name());
  }

  // Made when it is first asked for: an application that starts with the agent need not wait for
  // it.
  private static final class Sampling {
    static final Sampler SAMPLER =
        new Sampler(REGISTRY, RUNTIMES, InstantSource.system(), Sampler.DEFAULT_HISTORY_LENGTH);
  }

  private static final class Warning {
    static final Warnings WARNINGS = new Warnings(REGISTRY, RUNTIMES, InstantSource.system());

    static {
      WARNINGS.stacks(new PollStacks(SLOW_POLLS, InstantSource.system()));
    }
  }

  /**
   * Starts the sampler and registers the MBeans. A second call changes nothing.
   *
   * @return what can be seen of virtual threads here, and why
   */
  public static Tracking start() {
    Tracking tracking = VirtualThreads.tracking();
    startedByProgram = true;
    ensureRunning();
    return Running.told(tracking);
  }

  /** Starts, too; goes on then as long as the program or the agent needs it. */
  static void ensureRunning() {
    try {
      Running running = new Running(REGISTRY, sampler(), SLOW_POLLS, warnings());
      if (RUNNING.compareAndSet(null, running)) {
        running.begin(Version.ofThis());
      } else {
        Running other = RUNNING.get();
        if (other != null) {
          other.awaitBegun();
        }
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /**
   * Ends the sampler and takes the MBeans away; for applications that are taken out of a process
   * that lives on. Monitors go on counting, and {@link #start} may be called again. Where there is
   * an agent, it goes on until that is detached.
   */
  public static void stop() {
    startedByProgram = false;
    endIfUnused();
  }

  static void endIfUnused() {
    Running running = startedByProgram || AGENT.isOn() ? null : RUNNING.getAndSet(null);
    if (running != null) {
      running.end();
    }
  }

  /**
   * The monitor of that name, made if there is none. Characters other than {@code [A-Za-z0-9._-]}
   * are replaced in what stands outside; beyond {@value Registry#DEFAULT_LIMIT} monitors all
   * further names share the monitor {@value Registry#OTHER}.
   */
  public static TaskMonitor monitor(String name) {
    // Its intervals begin now.
    var _ = sampler();
    return monitorOf(REGISTRY.monitor(Objects.requireNonNull(name)));
  }

  /**
   * Notes a {@linkplain CurrentTask#field field} of every task from now on: a trace id, a user.
   *
   * {@snippet class="io.pickglass.CurrentTaskTest" region="fieldFrom"}
   *
   * @param value asked in the task's own code, as that begins, in its first poll, as it enters a
   *     section and as it gets a name, so that a {@link ScopedValue} or a logging context that is
   *     bound there is found; where it is null, or throws, nothing is noted. Null ends it for that
   *     key.
   */
  public static void fieldFrom(String key, @Nullable Supplier<@Nullable String> value) {
    FieldSources.set(key, value);
  }

  /**
   * Sets how many tasks are listed one by one while they live, {@value TaskTable#DEFAULT_LIMIT} at
   * first, over all monitors; what is more is counted and not listed.
   *
   * @throws IllegalArgumentException below zero
   */
  public static void liveTasks(int limit) {
    REGISTRY.tasks().limit(limit);
  }

  /**
   * Sets how many tasks are kept after their end, {@value EndedTasks#DEFAULT_LIMIT} at first, and
   * for how long, a minute at first; forgets those that are kept.
   *
   * @throws IllegalArgumentException below zero, or above {@value EndedTasks#MOST} tasks
   */
  public static void endedTasks(int limit, Duration time) {
    REGISTRY.tasks().ended().retainNanos(NANOSECONDS.convert(time));
    REGISTRY.tasks().ended().limit(limit);
  }

  /** The same for a task that runs, which is not to wait for whoever is told of a monitor. */
  static TaskTotals named(String name) {
    return REGISTRY.monitorFrom(name, "");
  }

  private static Sampler sampler() {
    return Sampling.SAMPLER;
  }

  static Section section(String name) {
    return monitorOf(named(name)).enter();
  }

  private static TaskMonitor monitorOf(TaskTotals totals) {
    TaskMonitor known = MONITORS.get(totals);
    if (known != null) {
      return known;
    }
    TaskMonitor monitor = MONITORS.computeIfAbsent(totals, TaskMonitor::new);
    if (totals.isRemoved()) {
      // Perhaps after it was taken out of here.
      MONITORS.remove(totals);
    }
    return monitor;
  }

  /** All monitors there are, sorted by name. */
  public static List<TaskMonitor> monitors() {
    return REGISTRY.all().stream().map(entry -> monitorOf(entry.totals())).toList();
  }

  /**
   * Removes a monitor: from the list, from the MBeans, from the sampler, and so its place below the
   * limit is free. Whoever holds it may go on using it, and its live tasks end in it; but nobody
   * else sees that any more. Who asks for its name again gets a new one, which begins at zero and
   * is called the same outside.
   *
   * <p>{@value Registry#OTHER} is not removed, for it belongs to all names beyond the limit.
   *
   * @return whether it was there
   */
  public static boolean remove(TaskMonitor monitor) {
    return REGISTRY.remove(monitor.totals());
  }

  /** The watched task that runs on the calling thread, or one that has done nothing. */
  public static CurrentTask currentTask() {
    return CurrentTask.find();
  }

  /**
   * Switches all monitors off or on, those that are made later included, for tasks that begin from
   * now on. What {@link TaskMonitor#enabled(boolean)} says of tasks holds here, too. Each monitor's
   * own switch stays as it is: a monitor watches while both are on.
   */
  public static void enabled(boolean on) {
    REGISTRY.mainSwitch().turn(on);
  }

  /** Whether monitors that are on by themselves watch new tasks. */
  public static boolean isEnabled() {
    return REGISTRY.mainSwitch().isOn();
  }

  /**
   * The sampled intervals of a monitor from now on, the same for every reader. When the monitor is
   * removed, there are no more, and the reader {@linkplain IntervalReader#isOver says so}.
   */
  public static IntervalReader<TaskInterval> intervals(TaskMonitor monitor) {
    return sampler().intervals(monitor.totals());
  }

  /**
   * Watches what runs tasks: a {@link java.util.concurrent.ForkJoinPool} or a {@link
   * java.util.concurrent.ThreadPoolExecutor}, or one of them that a monitor has wrapped. Another
   * one that has the name is watched no more. It is not changed, is not kept alive, and leaves when
   * it is shut down or nobody uses it. The JVM's own scheduler of virtual threads is watched by
   * {@link #start}, as {@value Runtimes#VIRTUAL_THREADS}.
   *
   * {@snippet class="io.pickglass.PickglassTest" region="watch"}
   *
   * @param name characters other than {@code [A-Za-z0-9._-]} are replaced in what stands outside
   * @return whether it is watched now; false for executors of other kinds, for those that are shut
   *     down, and for those beyond {@value Runtimes#LIMIT}
   */
  public static boolean watch(Executor pool, String name) {
    Objects.requireNonNull(pool);
    Objects.requireNonNull(name);
    try {
      return RUNTIMES.watch(WatchedExecutor.unwrapped(pool), name);
    } catch (Throwable e) {
      Guard.caught(e);
      return false;
    }
  }

  /**
   * Watches a runtime no more. Its MBeans and intervals are gone.
   *
   * @return whether it was watched
   */
  public static boolean remove(RuntimeMonitor runtime) {
    return RUNTIMES.remove(runtime);
  }

  /** All runtimes that are watched, sorted by name. */
  public static List<RuntimeMonitor> runtimes() {
    return RUNTIMES.all();
  }

  /** The sampled intervals of a runtime from now on, the same for every reader. */
  public static IntervalReader<RuntimeInterval> intervals(RuntimeMonitor runtime) {
    return sampler().intervals(runtime);
  }

  /**
   * Begins or ends to ask each runtime once per interval how late a task would run; on at first. It
   * costs a runtime whose threads are all taken one task that does nothing per interval, which
   * stands in its own counts and, as long as it waits, in its queue; one that has a free thread it
   * costs nothing.
   */
  public static void starvationProbes(boolean on) {
    RUNTIMES.probing(on);
  }

  /**
   * Begins or ends to ask carriers how often they have parked; off at first. Each tick then stops
   * all threads of the JVM for some ten microseconds: asked without that, a JVM of version 25.0.3
   * may crash.
   */
  public static void carrierParks(boolean on) {
    RUNTIMES.carrierParks(on);
  }

  /**
   * Begins or ends to listen to Flight Recorder, which alone knows of virtual threads that keep
   * their carriers while they wait, and of those that could not be submitted; off at first. It
   * starts Flight Recorder in this process, if nobody has: some hundred milliseconds, some
   * megabytes, and files in the directory for temporary ones.
   *
   * @return whether it is listened to now
   */
  public static boolean flightRecorder(boolean on) {
    try {
      RUNTIMES.recorder().turn(on);
    } catch (Throwable e) {
      Guard.caught(e);
    }
    return RUNTIMES.recorder().isOn();
  }

  /**
   * What is the matter now with tasks and runtimes, and what was; its rules, to be set. It is
   * looked for from {@link #start} on.
   */
  public static Warnings warnings() {
    return Warning.WARNINGS;
  }

  /** The one that the JVM has loaded, if it has. */
  static Agent agent() {
    return AGENT;
  }

  /** What can be seen of virtual threads here, and why. */
  public static Tracking tracking() {
    return Running.told(VirtualThreads.tracking());
  }
}
