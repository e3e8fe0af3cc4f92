package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Resource;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ResourcesMXBean;
import io.pickglass.mxbean.TasksMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.MBeanServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One thread initialises a class and waits meanwhile, another waits until that is done. For the
 * JDK's own methods that one runs; so it is in a poll, and is not listed among those that wait.
 */
@Timeout(60)
class InitializationTest {
  private static final CountDownLatch OF_VIRTUAL = new CountDownLatch(1);
  private static final CountDownLatch OF_PLATFORM = new CountDownLatch(1);

  private final TaskMonitor monitor = Pickglass.monitor("initialization");
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ResourcesMXBean resources =
      JMX.newMXBeanProxy(server, ObjectNames.RESOURCES, ResourcesMXBean.class);
  private final TasksMXBean tasks =
      JMX.newMXBeanProxy(server, ObjectNames.TASKS, TasksMXBean.class);

  @BeforeAll
  static void start() {
    Pickglass.start();
  }

  private static final class SlowForVirtual {
    static final int VALUE = waited(OF_VIRTUAL);
  }

  private static final class SlowForPlatform {
    static final int VALUE = waited(OF_PLATFORM);
  }

  private static int waited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 1;
  }

  private List<Resource> rows() {
    return resources.list("where location ~ InitializationTest").rows();
  }

  private void awaitInitializer() {
    Await.until("the initializer waits", () -> !rows().isEmpty());
  }

  private static List<List<Object>> told(Stream<Resource> rows) {
    return rows.map(row ->
            List.<Object>of(
                row.kind(),
                row.type(),
                row.source(),
                row.waiterCount(),
                row.location().replaceAll("\\d+", "N"),
                row.attributes()))
        .toList();
  }

  private static final List<List<Object>> INITIALIZER_ALONE =
      List.of(
          List.of(
              "latch",
              "CountDownLatch",
              "CountDownLatch.await",
              1L,
              "io.pickglass.resource.InitializationTest.waited(InitializationTest.java:N)",
              List.of("count=1")));

  @Test
  void ofVirtualThreadsTheInitializerWaitsForItsLatchAndTheOtherIsInAPoll() {
    Thread initializing = monitor.start(() -> assertThat(SlowForVirtual.VALUE).isEqualTo(1));
    awaitInitializer();
    Thread waiting = monitor.start(() -> assertThat(SlowForVirtual.VALUE).isEqualTo(1));
    Await.until("it has begun", () -> list("where id = v" + waiting.threadId()).matchedCount() > 0);
    Await.until(
        "it polls", () -> list("where state = running").rows().stream().anyMatch(isOf(waiting)));
    assertThat(told(rows().stream())).isEqualTo(INITIALIZER_ALONE);
    OF_VIRTUAL.countDown();
    Await.end(initializing);
    Await.end(waiting);
  }

  private static java.util.function.Predicate<TaskRow> isOf(Thread thread) {
    return row -> row.id().equals("v" + thread.threadId());
  }

  private TaskList list(String query) {
    return tasks.list(query);
  }

  @Test
  void ofPlatformThreadsTheInitializerAloneIsListed() {
    Thread initializing =
        Thread.ofPlatform().start(() -> assertThat(SlowForPlatform.VALUE).isEqualTo(1));
    awaitInitializer();
    CountDownLatch begun = new CountDownLatch(1);
    Thread waiting =
        Thread.ofPlatform()
            .start(() -> {
              begun.countDown();
              assertThat(SlowForPlatform.VALUE).isEqualTo(1);
            });
    Await.until("it has begun", () -> begun.getCount() == 0);
    assertThat(waiting.isAlive()).isTrue();
    assertThat(told(rows().stream())).isEqualTo(INITIALIZER_ALONE);
    OF_PLATFORM.countDown();
    Await.end(initializing);
    Await.end(waiting);
  }
}
