package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.model.TaskMetrics;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T22: one known wait of each kind is idle time, one period, and not scheduled time. */
class WaitConformanceTest {
  private static final Duration WAIT = Duration.ofMillis(100);

  // 2 ms + 5 % of the wait: what a busy machine takes between a timer and the end of the poll.
  private static final Duration AT_LEAST = Duration.ofMillis(93);

  private final TaskMonitor monitor = Monitors.onSystemClock();

  /** One wait: the code that waits, and what ends it from outside, if anything must. */
  private record Wait(String name, Code waits, Code wakes, Thread.State state) {
    /** Ends by itself after {@link #WAIT}. */
    static Wait timed(String name, Code waits) {
      return new Wait(name, waits, thread -> {}, Thread.State.TIMED_WAITING);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private interface Code {
    void run(Thread waiting) throws Exception;
  }

  static Stream<Wait> waits() throws Exception {
    Object entered = new Object();
    Object notified = new Object();
    ReentrantLock lock = new ReentrantLock();
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    CompletableFuture<String> future = new CompletableFuture<>();
    return Stream.of(
        Wait.timed("sleep", thread -> Thread.sleep(WAIT)),
        Wait.timed("timed park", thread -> LockSupport.parkNanos(WAIT.toNanos())),
        new Wait("park", t -> LockSupport.park(), LockSupport::unpark, Thread.State.WAITING),
        Wait.timed(
            "timed Object.wait",
            thread -> {
              synchronized (entered) {
                entered.wait(WAIT.toMillis());
              }
            }),
        new Wait(
            "Object.wait",
            thread -> {
              synchronized (notified) {
                notified.wait();
              }
            },
            thread -> {
              synchronized (notified) {
                notified.notifyAll();
              }
            },
            Thread.State.WAITING),
        Wait.timed("timed BlockingQueue", t -> queue.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS)),
        new Wait("BlockingQueue", t -> queue.take(), t -> queue.put("x"), Thread.State.WAITING),
        new Wait("Future.get", t -> future.get(), t -> future.complete("x"), Thread.State.WAITING),
        Wait.timed("timed lock", thread -> lockElsewhere(lock)));
  }

  /** Waits in vain for a lock that another thread holds. */
  private static void lockElsewhere(ReentrantLock lock) throws InterruptedException {
    Thread holder =
        Thread.ofPlatform()
            .start(() -> {
              lock.lock();
              LockSupport.park();
            });
    while (!lock.isLocked()) {
      Thread.onSpinWait();
    }
    assertThat(lock.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    LockSupport.unpark(holder);
  }

  @ParameterizedTest
  @MethodSource("waits")
  void t22_aKnownWaitIsOneIdlePeriodOfThatLength(Wait wait) throws Exception {
    Thread thread = monitor.start(() -> run(wait.waits(), null));
    Await.state(thread, wait.state());
    sleepFor(WAIT);
    wait.wakes().run(thread);
    Await.end(thread);
    assertIdleOnce(wait.state() == Thread.State.WAITING ? WAIT.multipliedBy(3) : WAIT);
  }

  /** Between the wait and what a slow machine adds; the upper bound keeps it from being all. */
  private void assertIdleOnce(Duration atMost) {
    TaskMetrics metrics = monitor.cumulative();
    assertThat(only(metrics, IDLE_COUNT, SCHEDULED_COUNT, POLL_COUNT))
        .isEqualTo(Map.of(IDLE_COUNT, 1L, SCHEDULED_COUNT, 1L, POLL_COUNT, 2L));
    assertThat(metrics.get(IDLE_NANOS))
        .isBetween(AT_LEAST.toNanos(), atMost.plusMillis(7).toNanos());
  }

  @Test
  void t22_enteringAHeldMonitorIsIdleTime() throws Exception {
    Object held = new Object();
    Thread thread;
    synchronized (held) {
      thread =
          monitor.start(() -> {
            synchronized (held) {
              Thread.onSpinWait();
            }
          });
      Await.state(thread, Thread.State.BLOCKED);
      sleepFor(WAIT);
    }
    Await.end(thread);
    assertIdleOnce(WAIT.multipliedBy(3));
  }

  @Test
  void t22_lockingAHeldLockIsIdleTime() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    Thread thread =
        monitor.start(() -> {
          lock.lock();
          lock.unlock();
        });
    Await.state(thread, Thread.State.WAITING);
    sleepFor(WAIT);
    lock.unlock();
    Await.end(thread);
    assertIdleOnce(WAIT.multipliedBy(3));
  }

  @Test
  void t22_joiningIsIdleTime() throws Exception {
    Thread joined = Thread.ofPlatform().start(LockSupport::park);
    Thread thread = monitor.start(() -> run(t -> joined.join(), null));
    Await.state(thread, Thread.State.WAITING);
    sleepFor(WAIT);
    LockSupport.unpark(joined);
    Await.end(thread);
    assertThat(monitor.cumulative().get(IDLE_NANOS))
        .isBetween(AT_LEAST.toNanos(), WAIT.multipliedBy(3).toNanos());
  }

  @Test
  void t22_readingFromASocketIsIdleTime() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Thread thread = monitor.start(() -> run(t -> client.getInputStream().read(), null));
      Await.until("it reads", () -> monitor.cumulative().get(IDLE_NOW_COUNT) == 1);
      sleepFor(WAIT);
      accepted.getOutputStream().write(1);
      Await.end(thread);
    }
    assertIdleOnce(WAIT.multipliedBy(3));
  }

  @Test
  void t22_readingFromAFileIsPollTime() throws Exception {
    java.nio.file.Path fifo = java.nio.file.Files.createTempDirectory("pickglass").resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Thread thread =
        monitor.start(() ->
            run(
                t -> {
                  try (InputStream in = new java.io.FileInputStream(fifo.toFile())) {
                    in.read();
                  }
                },
                null));
    try (java.io.FileOutputStream out = new java.io.FileOutputStream(fifo.toFile())) {
      sleepFor(WAIT);
      out.write(1);
    }
    Await.end(thread);
    assertPollTime();
  }

  private void assertPollTime() {
    TaskMetrics metrics = monitor.cumulative();
    assertThat(only(metrics, IDLE_COUNT, SCHEDULED_COUNT, POLL_COUNT))
        .isEqualTo(Map.of(IDLE_COUNT, 0L, SCHEDULED_COUNT, 0L, POLL_COUNT, 1L));
    assertThat(metrics.get(POLL_NANOS)).isGreaterThanOrEqualTo(AT_LEAST.toNanos());
  }

  @Test
  void t22_sleepingInAClassInitialiserIsPollTime() {
    Await.end(monitor.start(Sleepy::touch));
    assertPollTime();
  }

  private static final class Sleepy {
    static {
      RealConformanceTest.sleep(WAIT);
    }

    static void touch() {}
  }

  private static void run(Code code, Thread waiting) {
    try {
      code.run(waiting);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void sleepFor(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }
}
