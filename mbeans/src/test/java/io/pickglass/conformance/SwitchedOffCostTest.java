package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A task of a monitor that is off allocates what it would without us, to the byte. */
class SwitchedOffCostTest {
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private static final int TASKS = 1_000;
  private static final int ROUNDS = 20;

  private static final Runnable RUN = () -> {};
  private static final Callable<String> CALL = () -> "result";

  // What is made is used, and so is made.
  private static volatile Object made;

  /** A task, as it is begun without us and with a monitor. */
  private record Kind(
      String name, Function<ExecutorService, Body> bare, Function<TaskMonitor, Body> off) {
    static Kind executor(String name, Function<ExecutorService, Body> begin) {
      return new Kind(name, begin, monitor -> begin.apply(monitor.executor(new Direct())));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private interface Body {
    Object run() throws Exception;
  }

  /** Runs everything at once in the thread that hands it over. */
  private static final class Direct extends AbstractExecutorService {
    @Override
    public void execute(Runnable command) {
      command.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }

  private static Body execute(ExecutorService executor) {
    return () -> {
      executor.execute(RUN);
      return executor;
    };
  }

  private static Body complete(ExecutorService executor) {
    ExecutorCompletionService<String> service = new ExecutorCompletionService<>(executor);
    return () -> {
      service.submit(CALL);
      service.submit(RUN, "result");
      service.take();
      return service.take();
    };
  }

  private static Body thread(ThreadFactory factory) {
    return () -> factory.newThread(RUN);
  }

  static final List<Kind> kinds =
      List.of(
          Kind.executor("execute", SwitchedOffCostTest::execute),
          Kind.executor("submit", executor -> () -> executor.submit(CALL)),
          Kind.executor("submit, no result", executor -> () -> executor.submit(RUN)),
          Kind.executor("submit, given result", executor -> () -> executor.submit(RUN, "given")),
          Kind.executor("invokeAll", executor -> () -> executor.invokeAll(List.of(CALL, CALL))),
          Kind.executor("completion service", SwitchedOffCostTest::complete),
          new Kind(
              "thread factory",
              _ -> thread(Thread.ofVirtual().factory()),
              monitor -> thread(monitor.threadFactory())),
          new Kind(
              "unstarted thread",
              _ -> () -> Thread.ofVirtual().unstarted(RUN),
              monitor -> () -> monitor.unstarted(Thread.ofVirtual(), RUN)),
          new Kind("section", _ -> () -> CALL, monitor -> () -> monitor.run(() -> CALL)),
          new Kind(
              "pipeline",
              executor -> () -> CompletableFuture.runAsync(RUN, executor),
              monitor -> {
                Direct direct = new Direct();
                return () -> monitor.async(direct, e -> CompletableFuture.runAsync(RUN, e));
              }));

  private static long bytes(Body task) throws Exception {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < TASKS; i++) {
        made = task.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least / TASKS;
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void nothingOfOursIsMade(Kind kind) throws Exception {
    TaskMonitor monitor = Monitors.onSystemClock().enabled(false);
    long bare = bytes(kind.bare().apply(new Direct()));
    assertThat(bytes(kind.off().apply(monitor))).isEqualTo(bare);
    assertThat(bytes(kind.off().apply(monitor.enabled(true)))).isGreaterThan(bare);
  }
}
