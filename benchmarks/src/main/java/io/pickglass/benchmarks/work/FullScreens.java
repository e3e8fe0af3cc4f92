package io.pickglass.benchmarks.work;

import com.sun.management.OperatingSystemMXBean;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.top.Screen;
import io.pickglass.repl.top.Top;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.input.Key;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The full screen over a process with very many tasks, without a terminal. */
@BenchmarkMode(Mode.SingleShotTime)
public class FullScreens extends Alternating {
  private static final int KEYS = 200;
  private static final long WINDOW_MILLIS = 16_000;
  private static final long PATIENCE_SECONDS = 60;

  /** How many tasks wait. */
  @Param("1000000")
  public int tasks;

  private @Nullable ChildProcess process;
  private double alone;

  /** What was seen. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cost {
    /** From a key to its frame. */
    public double nanos;

    /** Percent of a processor that the process takes more while somebody looks. */
    public double target;

    /** The same of the console. */
    public double console;
  }

  @Override
  void begin(String variant) throws Exception {
    if (process == null) {
      List<String> command = new ArrayList<>(ChildProcess.classPath());
      command.addAll(
          List.of(
              "-Xmx4g",
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              Waiting.class.getName(),
              Integer.toString(tasks)));
      process = ChildProcess.start(command);
      while (!process.read().equals("ready")) {
        // Whatever else it says.
      }
      alone = percentOfTarget(process);
    }
  }

  /** Goes from task to task, then looks on. */
  @Benchmark
  public int look(Cost cost) throws Exception {
    ChildProcess target = Objects.requireNonNull(process);
    Drawn screen = new Drawn();
    String pid = Long.toString(target.pid());
    Thread console =
        Thread.ofPlatform()
            .start(() ->
                Top.run(
                    screen,
                    pid,
                    "6s",
                    () -> Connector.connect(Address.parse(pid), () -> Duration.ofSeconds(20))));
    screen.await("Tasks (" + tasks + ")");
    cost.nanos = screen.nanosOfAKey();
    long before = ownCpuNanos();
    long start = System.nanoTime();
    cost.target = percentOfTarget(target) - alone;
    cost.console = 100.0 * (ownCpuNanos() - before) / (System.nanoTime() - start);
    screen.press("q");
    console.join();
    return screen.frames;
  }

  private static double percentOfTarget(ChildProcess target) throws Exception {
    long before = Long.parseLong(target.ask("cpu"));
    long start = System.nanoTime();
    Thread.sleep(WINDOW_MILLIS);
    return 100.0 * (Long.parseLong(target.ask("cpu")) - before) / (System.nanoTime() - start);
  }

  private static long ownCpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Ends the process. */
  @TearDown(Level.Trial)
  public void end() throws Exception {
    if (process != null) {
      process.close();
    }
  }

  /** A screen that keeps its frames as text. */
  private static final class Drawn implements Screen {
    private final BlockingQueue<String> drawn = new LinkedBlockingQueue<>();
    private volatile @Nullable Consumer<Key> keys;
    private volatile int frames;

    void press(String key) {
      Objects.requireNonNull(keys).accept(Key.of(key));
    }

    void await(String text) throws InterruptedException {
      String frame = next();
      while (!frame.contains(text)) {
        frame = next();
      }
    }

    private String next() throws InterruptedException {
      String frame = drawn.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new IllegalStateException("nothing is drawn any more");
      }
      return frame;
    }

    /** Each key selects another row, so that there is another frame. */
    double nanosOfAKey() throws InterruptedException {
      press("Down");
      next();
      long sum = 0;
      for (int i = 0; i < KEYS; i++) {
        drawn.clear();
        long start = System.nanoTime();
        press(i % 2 == 0 ? "Down" : "Up");
        next();
        sum += System.nanoTime() - start;
      }
      return (double) sum / KEYS;
    }

    @Override
    public void open(Consumer<Key> newKeys, Runnable resized) {
      keys = newKeys;
    }

    @Override
    public int width() {
      return 160;
    }

    @Override
    public int height() {
      return 50;
    }

    @Override
    public Look look() {
      return Look.UNICODE;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread draws
    public void draw(Frame frame) {
      frames++;
      drawn.add(frame.text());
    }

    @Override
    public void redraw() {}

    @Override
    public void copy(String text) {}

    @Override
    public void close() {}
  }
}
