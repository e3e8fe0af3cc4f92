package io.pickglass.benchmarks.work;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.java21.instrument.binder.jdk.VirtualThreadMetrics;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Tracking;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordingStream;

/** By whom the virtual threads of a batch are watched. */
enum Variant {
  /** By nobody. */
  PLAIN,
  /** By Pickglass, in as many monitors as are asked for. */
  WATCHED,
  /** By Pickglass, in as many monitors as there are processors. */
  APART,
  /** By Pickglass, if the monitor were not switched off. */
  OFF,
  /** By a stream of the events that the JVM itself sends at their beginning and end. */
  JFR,
  /** By Micrometer's binder for virtual threads, which is told of pinning alone. */
  BINDER;

  /** Starts a virtual thread; the number chooses one of several monitors. */
  interface Starter {
    Thread start(int number, Runnable code);

    /** Makes such a thread for each task. */
    default ExecutorService executor() {
      return Executors.newVirtualThreadPerTaskExecutor();
    }
  }

  /** What is there for the time of a batch. */
  record Watch(Starter starter, Runnable end) implements AutoCloseable {
    Watch(Starter starter) {
      this(starter, () -> {});
    }

    @Override
    public void close() {
      end.run();
    }
  }

  Watch begin(int monitors) {
    return switch (this) {
      case PLAIN -> new Watch(Variant::unwatched);
      case WATCHED -> new Watch(watched(monitors));
      case APART -> new Watch(watched(Runtime.getRuntime().availableProcessors()));
      case OFF -> new Watch(off());
      case JFR -> jfr();
      case BINDER -> binder();
    };
  }

  private static Thread unwatched(int number, Runnable code) {
    return Thread.startVirtualThread(code);
  }

  private static Starter watched(int count) {
    Tracking tracking = Pickglass.start();
    if (tracking.mode() != Tracking.Mode.EXACT) {
      throw new IllegalStateException("polls are not seen here: " + tracking.reason());
    }
    TaskMonitor[] monitors =
        IntStream.range(0, count)
            .mapToObj(i -> Pickglass.monitor("monitor-" + i))
            .toArray(TaskMonitor[]::new);
    return new Starter() {
      @Override
      public Thread start(int number, Runnable code) {
        return monitors[number % count].start(code);
      }

      @Override
      public ExecutorService executor() {
        return monitors[0].newThreadPerTaskExecutor();
      }
    };
  }

  private static Starter off() {
    TaskMonitor monitor = Pickglass.monitor("off").enabled(false);
    return (_, code) -> monitor.start(code);
  }

  private static Watch jfr() {
    RecordingStream stream = new RecordingStream();
    LongAdder seen = new LongAdder();
    for (String event : new String[] {"jdk.VirtualThreadStart", "jdk.VirtualThreadEnd"}) {
      stream.enable(event);
      stream.onEvent(event, _ -> seen.increment());
    }
    stream.startAsync();
    return new Watch(Variant::unwatched, stream::close);
  }

  private static Watch binder() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    VirtualThreadMetrics metrics = new VirtualThreadMetrics();
    metrics.bindTo(registry);
    return new Watch(Variant::unwatched, metrics::close);
  }
}
