package io.pickglass.evidence;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.SELF_WAKE_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.SlowPollShape;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.management.JMException;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real threads, looked at by the real watchdog, read by JMX. */
@Timeout(60)
class RealSlowPollsTest {
  private final TaskMonitor monitor =
      Pickglass.monitor("slow-" + System.nanoTime()).evidenceThreshold(Duration.ofMillis(100));
  private volatile boolean over;
  private volatile long sum;

  @BeforeEach
  void start() {
    Pickglass.start();
  }

  @AfterEach
  void end() {
    over = true;
    Pickglass.remove(monitor);
  }

  private SlowPollReport report() {
    try {
      return SlowPollShape.fromComposite(
          (CompositeData)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      ObjectNames.taskMonitor(monitor.name()),
                      "slowPolls",
                      new Object[] {5},
                      new String[] {"int"}));
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  private SlowPoll awaitOne() {
    Await.until("it is found", () -> report().last() != null);
    return Objects.requireNonNull(report().last());
  }

  private void computesTheSum() {
    while (!over) {
      sum++;
    }
  }

  @Test
  void aVirtualThreadThatComputesIsFoundInTheVeryMethod() {
    Thread thread = monitor.unstarted(Thread.ofVirtual().name("order-7"), this::computesTheSum);
    thread.start();
    SlowPoll found = awaitOne();
    assertThat(found.frames().getFirst()).contains("RealSlowPollsTest.computesTheSum(");
    assertThat(found.taskId()).isEqualTo("v" + thread.threadId());
    assertThat(found.taskName()).isEqualTo("order-7");
    assertThat(found.threadName()).startsWith("ForkJoinPool-1-worker-");
    assertThat(found.runningNanos()).isGreaterThanOrEqualTo(100_000_000);
    assertThat(report().stacks()).hasSize(1);
    assertThat(report().pollCount()).isEqualTo(1);
    // On a machine with other things to do it may have got no processor just then.
    Await.until(
        "a look finds it computing",
        () -> List.of("computing", "mixed").contains(awaitOne().verdict()));
  }

  @Test
  void oneThatParksWhereItCannotUnmountWaits() {
    try (Carriers held = Carriers.holdAllBut(1)) {
      assertThat(held).isNotNull();
      Thread thread = monitor.start(() -> Carriers.pinnedUntil(() -> over));
      SlowPoll found = awaitOne();
      assertThat(found.verdict()).isEqualTo("waiting");
      assertThat(found.frames()).anyMatch(frame -> frame.contains("Carriers.pinnedUntil("));
      assertThat(found.cpuNanos()).isBetween(0L, found.observedNanos() / 4);
      over = true;
      Await.end(thread);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void oneThatReadsAPipeIntoWhichNobodyWritesIsInNativeCode() throws Exception {
    Path pipe = Files.createTempDirectory("pickglass").resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    // A file is opened and read on the carrier.
    Thread reader = monitor.start(() -> readOne(pipe));
    try {
      SlowPoll found = awaitOne();
      assertThat(found.verdict()).isEqualTo("native");
      assertThat(found.frames().getFirst()).contains("Native Method");
      assertThat(found.frames()).anyMatch(frame -> frame.contains("RealSlowPollsTest.readOne("));
    } finally {
      Files.write(pipe, new byte[] {1});
      Await.end(reader);
      Files.delete(pipe);
    }
  }

  private static void readOne(Path file) {
    try (InputStream in = new FileInputStream(file.toFile())) {
      assertThat(in.read()).isEqualTo(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aTaskOfAPoolCountsAsWell() {
    try (ExecutorService pool =
        monitor.executor(
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("books").factory()))) {
      pool.execute(this::computesTheSum);
      SlowPoll found = awaitOne();
      assertThat(found.frames().getFirst()).contains("RealSlowPollsTest.computesTheSum(");
      assertThat(found.threadName()).isEqualTo("books");
      over = true;
    }
  }

  @Test
  void aPollOfLessThanTheThresholdIsNot() throws Exception {
    monitor.evidenceThreshold(Duration.ofSeconds(30));
    Thread brief =
        monitor.start(() -> {
          long end = System.nanoTime() + 200_000_000;
          while (System.nanoTime() < end) {
            sum++;
          }
        });
    brief.join();
    monitor.evidenceThreshold(Duration.ofMillis(100));
    Thread later = monitor.start(this::computesTheSum);
    assertThat(awaitOne().taskId()).isEqualTo("v" + later.threadId());
    assertThat(report().pollCount()).isEqualTo(1);
  }

  @Test
  void lookingIntoPollsMakesNoPollsAndNoIdlePeriods() throws Exception {
    monitor.evidenceThreshold(Duration.ZERO);
    int yields = 100;
    Thread first = monitor.start(() -> computeAndYield(yields));
    Thread second = monitor.start(() -> computeAndYield(yields));
    first.join();
    second.join();
    assertThat(report().pollCount()).isGreaterThan(10);
    assertThat(only(monitor.cumulative(), POLL_COUNT, SELF_WAKE_COUNT, IDLE_COUNT))
        .isEqualTo(
            Map.of(POLL_COUNT, 2L * (yields + 1), SELF_WAKE_COUNT, 2L * yields, IDLE_COUNT, 0L));
  }

  private void computeAndYield(int times) {
    for (int i = 0; i < times; i++) {
      long end = System.nanoTime() + 8_000_000;
      while (System.nanoTime() < end) {
        sum++;
      }
      Thread.yield();
    }
  }
}
