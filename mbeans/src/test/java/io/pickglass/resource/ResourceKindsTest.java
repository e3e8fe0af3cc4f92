package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Resource;
import io.pickglass.model.ResourceList;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ResourcesMXBean;
import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMX;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever threads wait for is recognised, on virtual and platform threads alike. */
class ResourceKindsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final TaskMonitor monitor = Pickglass.monitor("resource-kinds");
  private final ResourcesMXBean resources =
      JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(), ObjectNames.RESOURCES, ResourcesMXBean.class);

  @BeforeAll
  static void start() {
    Pickglass.start();
  }

  @BeforeEach
  void lookAtAll() {
    // Those of which each has a thing of its own are looked at to a quarter of that at most.
    resources.setLookLimit(10_000);
  }

  @AfterEach
  void lookAsEver() {
    resources.setLookLimit(Looks.DEFAULT_BUDGET);
  }

  static Stream<Arguments> programs() {
    return Stream.of(Blocking.values())
        .flatMap(program ->
            Stream.of(1, 2, 500)
                .flatMap(threads ->
                    Stream.of(true, false)
                        .map(virtual -> Arguments.of(program, threads, virtual))));
  }

  @ParameterizedTest(name = "{0} {1} virtual {2}")
  @MethodSource("programs")
  void isRecognised(Blocking program, int count, boolean virtual) throws Exception {
    Blocking.Case run = program.start();
    CountDownLatch release = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    try {
      threads.add(start(virtual, "holder", () -> run.holder().run(release)));
      Thread holder = threads.getFirst();
      Await.until(
          "the holder waits or is over",
          () -> holder.getState() != State.NEW && holder.getState() != State.RUNNABLE);
      for (int i = 0; i < count; i++) {
        threads.add(start(virtual, "waiter", () -> run.step().run()));
      }
      List<String> expected = program.rows(count);
      // They come to wait one after the other.
      long start = System.nanoTime();
      List<String> rows = rows();
      while (!rows.equals(expected) && System.nanoTime() - start < DEADLINE.toNanos()) {
        Thread.onSpinWait();
        rows = rows();
      }
      assertThat(rows).isEqualTo(expected);
    } finally {
      release.countDown();
      run.end().run();
      for (Thread each : threads) {
        each.interrupt();
      }
      threads.forEach(Await::end);
    }
  }

  private Thread start(boolean virtual, String name, Blocking.Step step) {
    Runnable code =
        () -> {
          try {
            step.run();
          } catch (Exception e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread thread =
        virtual ? monitor.threadFactory().newThread(code) : Thread.ofPlatform().unstarted(code);
    thread.setName(name);
    thread.start();
    return thread;
  }

  private List<String> rows() {
    ResourceList list = resources.list("where location ~ io.pickglass.resource. limit 10000");
    Map<String, Resource> byId =
        list.rows().stream().collect(Collectors.toMap(Resource::id, Function.identity()));
    return list.rows().stream()
        .filter(row -> !row.holderName().isEmpty() || !isOfHolder(row))
        .map(row -> text(row, byId))
        .sorted()
        .toList();
  }

  // The holder itself waits for the end of the test.
  private static boolean isOfHolder(Resource row) {
    return row.attributes().contains("count=1") && row.kind().equals("latch");
  }

  private static String text(Resource row, Map<String, Resource> byId) {
    return row.waiterCount()
        + " "
        + row.kind()
        + " "
        + row.type()
        + " "
        + (row.internal() ? "of " + byId.get(row.parent()).type() : "public")
        + " "
        + row.source()
        + " by "
        + (row.holderName().isEmpty() ? "-" : row.holderName())
        + " "
        + row.attributes();
  }
}
