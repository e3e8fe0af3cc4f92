package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import io.pickglass.TaskHandle;
import io.pickglass.benchmarks.work.Loop.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.TearDown;

/** Platform threads that poll tasks by hand: all for one monitor, or each for its own. */
@BenchmarkMode(Mode.SingleShotTime)
public class HandlePolls extends Alternating {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final List<Polling> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private AtomicBoolean stop = new AtomicBoolean();

  @Override
  void begin(String variant) {
    stop = new AtomicBoolean();
    for (int i = 0; i < THREADS; i++) {
      String monitor = variant.equals("APART") ? "of-" + i : "shared";
      loops.add(new Polling(new Limits(stop, Long.MAX_VALUE), monitor));
      threads.add(Thread.ofPlatform().start(loops.getLast()));
    }
  }

  /** Looks at what the threads use for each poll. */
  @Benchmark
  public void window(Window window) throws InterruptedException {
    window.look(Used.By.threads(threads), this::count, millis);
  }

  private long count() {
    return loops.stream().mapToLong(Loop::count).sum();
  }

  /** Ends the threads. */
  @TearDown(Level.Iteration)
  public void end() throws InterruptedException {
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
    loops.clear();
  }

  private static final class Polling extends Loop {
    private static final Runnable NOTHING = () -> {};

    private final TaskHandle task;

    Polling(Limits limits, String monitor) {
      super(limits);
      this.task = Pickglass.monitor(monitor).task("task");
    }

    @Override
    void round() {
      task.wake();
      task.poll(NOTHING);
    }
  }
}
