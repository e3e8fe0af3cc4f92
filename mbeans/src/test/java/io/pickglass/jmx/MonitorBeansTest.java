package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerFactory;
import javax.management.MBeanServerNotification;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The beans of monitors that come and go: those of the monitor that has the name, or none. */
@Timeout(60)
class MonitorBeansTest {
  private final List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final Registry registry = new Registry(new ManualClock(), new Epoch(), () -> true, 100);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 3);
  private final JmxExport export = new JmxExport(server, errors::add, registry, sampler);

  private void open() {
    export.open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "1.2.3");
  }

  private Set<ObjectName> beans(String monitor) throws Exception {
    return server.queryNames(
        new ObjectName("pickglass:type=TaskMonitor,name=" + monitor + ",*"), null);
  }

  /** All three beans are there, and they are those of the monitor that has the name. */
  private void assertBeansOf(TaskTotals totals) throws Exception {
    assertThat(beans(totals.name())).hasSize(3);
    totals.thresholds().slowPollNanos(System.identityHashCode(totals));
    assertThat(
            server.getAttribute(ObjectNames.taskMonitor(totals.name()), "SlowPollThresholdNanos"))
        .isEqualTo(totals.thresholds().slowPollNanos());
  }

  @Test
  void aRemovedMonitorHasNoneAndItsSuccessorItsOwn() throws Exception {
    open();
    TaskTotals old = registry.monitor("a");
    assertBeansOf(old);
    registry.remove(old);
    assertThat(beans("a")).isEmpty();
    assertBeansOf(registry.monitor("a"));
    assertThat(errors).isEmpty();
  }

  /** On the first such event of the main bean of "a", another thread does it, and is waited for. */
  private void onceOn(String event, Runnable action) throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    server.addNotificationListener(
        MBeanServerDelegate.DELEGATE_NAME,
        (notification, handback) -> {
          ObjectName bean = ((MBeanServerNotification) notification).getMBeanName();
          if (notification.getType().equals(event)
              && bean.equals(ObjectNames.taskMonitor("a"))
              && first.compareAndSet(true, false)) {
            Await.end(Thread.ofPlatform().start(action));
          }
        },
        null,
        null);
  }

  @Test
  void whoIsToldOfABeanMayWaitForAThreadThatRemovesItsMonitorAndMakesAnother() throws Exception {
    open();
    onceOn(
        MBeanServerNotification.REGISTRATION_NOTIFICATION,
        () -> {
          registry.remove(registry.monitor("a"));
          registry.monitor("a");
        });
    TaskTotals old = registry.monitor("a");
    assertThat(old.isRemoved()).isTrue();
    assertBeansOf(registry.monitor("a"));
    assertThat(errors).isEmpty();
  }

  @Test
  void whoIsToldOfItsEndMayWaitForAThreadThatMakesAnother() throws Exception {
    open();
    onceOn(
        MBeanServerNotification.UNREGISTRATION_NOTIFICATION,
        () -> {
          registry.monitor("a");
        });
    registry.remove(registry.monitor("a"));
    assertBeansOf(registry.monitor("a"));
    assertThat(errors).isEmpty();
  }

  @Test
  void afterAnyNumberOfThreadsHaveMadeAndRemovedThemTheyAreRight() throws Exception {
    open();
    int threads = 4;
    List<Thread> all = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(threads);
    AtomicBoolean over = new AtomicBoolean();
    Thread ticker =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                sampler.tick();
              }
            });
    for (int i = 0; i < threads; i++) {
      SplittableRandom random = new SplittableRandom(i);
      all.add(
          Thread.ofPlatform()
              .start(() -> {
                start.countDown();
                for (int step = 0; step < 3_000; step++) {
                  TaskTotals totals = registry.monitor("m" + random.nextInt(3));
                  if (random.nextBoolean()) {
                    registry.remove(totals);
                  }
                }
              }));
    }
    all.forEach(Await::end);
    over.set(true);
    Await.end(ticker);
    for (String name : List.of("m0", "m1", "m2")) {
      Registry.Entry entry = registry.named(name);
      if (entry == null) {
        assertThat(beans(name)).isEmpty();
      }
      assertBeansOf(registry.monitor(name));
    }
    assertThat(sampler.historyCount()).isEqualTo(3);
    assertThat(errors).isEmpty();
  }

  @Test
  void onceItIsClosedThereAreNoneWhateverIsMadeMeanwhile() throws Exception {
    registry.monitor("a");
    Thread maker =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 90; i++) {
                registry.monitor("m" + i);
              }
            });
    open();
    export.close();
    Await.end(maker);
    assertThat(server.queryNames(new ObjectName("pickglass:*"), null)).isEmpty();
    assertThat(errors).isEmpty();
  }
}
