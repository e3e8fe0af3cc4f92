package io.pickglass.agent;

import io.pickglass.instrument.Guard;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.Runtimes;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches all virtual threads that are made from now on, and all pools, until it is told to end.
 * There is one in a process.
 *
 * <p>Threads: any; one changes at a time, and threads that are made meanwhile are watched as before
 * or as after.
 */
public final class Agent {
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.util.concurrent",
          "java.util.concurrent.locks",
          "jdk.internal.vm",
          "sun.nio.ch",
          "jdk.internal.misc",
          "jdk.internal.access",
          "jdk.internal.reflect");

  private final Registry registry;
  private final Runtimes runtimes;

  private volatile AgentOptions options = AgentOptions.DEFAULT;
  private volatile Grouping grouping;
  private final Watch watch;

  // Under this object's monitor.
  private @Nullable Instrumentation instrumentation;
  private @Nullable Hook hook;
  private @Nullable Changes threads;
  private @Nullable Changes pools;
  private MethodSections methods = new MethodSections(List.of());

  /** An agent that has not begun. It puts tasks into those monitors, pools among those. */
  public Agent(Registry registry, Runtimes runtimes, Sections sections) {
    this.watch = new Watch(() -> grouping(), sections);
    this.registry = registry;
    this.runtimes = runtimes;
    this.grouping = new Grouping(options, registry);
  }

  /**
   * Opens to us what we look into. To be called before anything else of ours looks there.
   *
   * @param ours who is to look
   */
  public static void open(Instrumentation instrumentation, Module ours) {
    Set<Module> us = Set.of(ours);
    open(instrumentation, Object.class.getModule(), OPENED, us);
    Optional<Module> server = ModuleLayer.boot().findModule("jdk.httpserver");
    if (server.isPresent()) {
      open(instrumentation, server.get(), List.of("sun.net.httpserver"), us);
    }
  }

  private static void open(
      Instrumentation instrumentation, Module module, List<String> packages, Set<Module> us) {
    Map<String, Set<Module>> opened = new HashMap<>();
    for (String each : packages) {
      opened.put(each, us);
    }
    instrumentation.redefineModule(module, Set.of(), Map.of(), opened, Set.of(), Map.of());
  }

  /**
   * Begins, or goes on with other options.
   *
   * @throws ReflectiveOperationException if this JDK makes its threads in a way we do not know
   */
  public synchronized void begin(Instrumentation with, AgentOptions options)
      throws ReflectiveOperationException {
    // First, as the next thread is put where they say.
    change(options);
    if (threads == null) {
      instrumentation = with;
      beginAll(with);
    }
  }

  private void beginAll(Instrumentation with) throws ReflectiveOperationException {
    Hook defined = Hook.define();
    hook = defined;
    watch.threads(defined);
    watch.methods(defined);
    threads = Changes.begin(with, Change.THREADS);
    // After that: of what was made in between nobody knows whether it is watched until he asks.
    registry.tasks().untimed().list(true);
    beginPools(with, defined);
    runtimes.found().turn(true);
    methods.begin(with);
  }

  private void beginPools(Instrumentation with, Hook hook) {
    try {
      watch.pools(hook);
      pools = Changes.begin(with, Change.POOLS);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Then there are virtual threads, and pools without their tasks.
      Guard.caught(e);
    }
  }

  /** Goes on with other options; threads that are there stay in their monitors. */
  public synchronized void change(AgentOptions options) {
    registry.limit(options.maxMonitors());
    options.lists().applyTo(registry.tasks());
    this.grouping = new Grouping(options, registry);
    this.options = options;
    if (instrumentation != null) {
      methods.end(instrumentation);
    }
    methods = new MethodSections(options.sections());
    if (threads != null && instrumentation != null) {
      methods.begin(instrumentation);
    }
  }

  /**
   * Watches no thread that is made from now on. Those that live are watched to their end.
   *
   * @return whether it has watched them till now
   */
  public synchronized boolean end() throws ReflectiveOperationException {
    if (threads == null || hook == null || instrumentation == null) {
      return false;
    }
    Changes ofThreads = threads;
    Changes ofPools = pools;
    threads = null;
    pools = null;
    runtimes.found().turn(false);
    registry.tasks().untimed().list(false);
    methods.end(instrumentation);
    watch.noMoreThreads(hook);
    watch.noMorePools(hook);
    ofThreads.end(instrumentation);
    if (ofPools != null) {
      ofPools.end(instrumentation);
    }
    return true;
  }

  /** Whether it watches the threads that are made now. */
  public synchronized boolean isOn() {
    return threads != null;
  }

  /** What it does. */
  public AgentOptions options() {
    return options;
  }

  private Grouping grouping() {
    return grouping;
  }
}
