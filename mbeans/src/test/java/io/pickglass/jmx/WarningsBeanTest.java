package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.instrument.PlainTask;
import io.pickglass.lint.Warnings;
import io.pickglass.lint.WarningsThread;
import io.pickglass.model.Outcome;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.WarningsMXBean;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.Sampler;
import io.pickglass.task.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarningsBeanTest {
  private static final long HUNDRED_MILLIS = 100_000_000;

  private final ManualClock clock = new ManualClock();
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final Registry registry = new Registry(clock, new Epoch(), () -> true, 10_000);
  private final InstantSource wallClock = () -> Instant.ofEpochMilli(clock.nanos() / 1_000_000);
  private final Runtimes runtimes = new Runtimes(clock);
  private final Warnings warnings = new Warnings(registry, runtimes, wallClock);
  private final WarningsThread thread = new WarningsThread(warnings, errors::add);
  private final JmxExport export =
      new JmxExport(server, errors::add, registry, new Sampler(registry, runtimes, wallClock, 3));
  private final WarningsMXBean bean =
      JMX.newMXBeanProxy(server, ObjectNames.WARNINGS, WarningsMXBean.class);

  @BeforeEach
  void open() {
    export.open(warnings, thread);
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(errors).isEmpty();
  }

  private PlainTask longPoll(String monitor) {
    PlainTask task = PlainTask.of(View.whole(registry.monitor(monitor)));
    task.beginSection();
    clock.advanceNanos(HUNDRED_MILLIS);
    warnings.look();
    return task;
  }

  private void clear(PlainTask task) {
    task.end(Outcome.RETURNED);
    for (int i = 0; i < 3; i++) {
      clock.advanceNanos(1_000_000_000);
      warnings.look();
    }
  }

  @Test
  void whatIsActiveAndWhatWasCrossTheWireWhole() {
    PlainTask task = longPoll("orders");
    assertThat(bean.getActive()).isEqualTo(warnings.active()).hasSize(1);
    assertThat(List.of(bean.getActiveCount(), bean.getCriticalCount())).isEqualTo(List.of(1, 0));
    bean.setLevel("long-poll", "critical");
    warnings.look();
    assertThat(bean.getCriticalCount()).isEqualTo(1);
    assertThat(bean.ofTask(bean.getActive().getFirst().tasks().getFirst().id()))
        .containsExactly(bean.getActive().getFirst().tasks().getFirst().sentence());
    clear(task);
    assertThat(bean.getActive()).isEmpty();
    assertThat(bean.history(5)).isEqualTo(warnings.history(5)).hasSize(1);
    assertThat(bean.warning(1)).isEqualTo(warnings.history(1).getFirst());
    assertThat(bean.warning(2)).isNull();
    assertThat(
            List.of(
                bean.getRaisedCount(),
                bean.getForgottenCount(),
                bean.getRefusedCount(),
                bean.getDroppedNotificationCount()))
        .isEqualTo(List.of(1L, 0L, 0L, 0L));
    assertThat(List.of(bean.getActiveLimit(), bean.getHistoryLimit()))
        .isEqualTo(List.of(1_000, 1_000));
  }

  @Test
  void rulesAreSetWhileTheProgramRuns() {
    bean.setThreshold("long-poll", "2s");
    bean.setLevel("long-poll", "info");
    assertThat(bean.getRules()).isEqualTo(warnings.rules());
    assertThat(bean.getRules().stream().filter(rule -> rule.name().equals("long-poll")))
        .singleElement()
        .satisfies(rule ->
            assertThat(List.of(rule.threshold(), rule.thresholdText(), rule.level()))
                .isEqualTo(List.of(2_000_000_000L, "2 s", "info")));
    assertThatThrownBy(() -> bean.setThreshold("long-poll", "2 parsecs"))
        .hasMessage("the threshold \"2 parsecs\": give a time such as 250ms or 2s");
    assertThatThrownBy(() -> bean.setLevel("long-poll", "high"))
        .hasMessage("the level \"high\": give off, info, warning or critical");
    bean.setLookMillis(20);
    assertThat(bean.getLookMillis()).isEqualTo(20);
    assertThat(bean.getPauseNanos()).isEqualTo(20_000_000);
    assertThatThrownBy(() -> bean.setLookMillis(9))
        .hasMessage("9 ms between looks: give 10 to 3600000");
  }

  @Test
  void whoListensIsToldOfEachInOrderAndWhole() throws Exception {
    List<Notification> heard = new CopyOnWriteArrayList<>();
    server.addNotificationListener(
        ObjectNames.WARNINGS, (notification, _) -> heard.add(notification), null, null);
    PlainTask task = longPoll("orders");
    String sentence = warnings.active().getFirst().tasks().getFirst().sentence();
    clear(task);
    Await.until("both are told", () -> heard.size() == 2);
    assertThat(heard)
        .extracting(
            Notification::getType,
            Notification::getSequenceNumber,
            Notification::getTimeStamp,
            Notification::getMessage,
            Notification::getSource)
        .containsExactly(
            tuple(
                "pickglass.warning.raised",
                1L,
                100L,
                "1 task of orders has run for 100 ms or longer without a pause",
                ObjectNames.WARNINGS),
            tuple(
                "pickglass.warning.cleared",
                2L,
                3_100L,
                "1 task of orders has run for 100 ms or longer without a pause",
                ObjectNames.WARNINGS));
    CompositeData raised = (CompositeData) heard.getFirst().getUserData();
    assertThat(raised.getAll(new String[] {"name", "subject", "count", "clearedMillis"}))
        .containsExactly("long-poll", "orders", 1L, 0L);
    assertThat(((CompositeData[]) raised.get("tasks"))[0].get("sentence")).isEqualTo(sentence);
    assertThat(((CompositeData) heard.getLast().getUserData()).get("clearedMillis"))
        .isEqualTo(3_100L);
  }

  @Test
  void aListenerThatDoesNotReturnHoldsUpNobodyAndLosesWhatIsTooMuch() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch caught = new CountDownLatch(1);
    List<Thread> threads = new CopyOnWriteArrayList<>();
    server.addNotificationListener(
        ObjectNames.WARNINGS,
        (_, _) -> {
          threads.add(Thread.currentThread());
          caught.countDown();
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        },
        null,
        null);
    List<PlainTask> first = new ArrayList<>(List.of(longPoll("m0")));
    caught.await();
    for (int i = 1; i < 1_000; i++) {
      first.add(PlainTask.of(View.whole(registry.monitor("m" + i))));
      first.getLast().beginSection();
    }
    clock.advanceNanos(HUNDRED_MILLIS);
    warnings.look();
    first.forEach(task -> task.end(Outcome.RETURNED));
    clear(first.getFirst());
    assertThat(warnings.raisedCount()).isEqualTo(1_000);
    // One is being told, a thousand wait: of two thousand, 999 were too many.
    assertThat(bean.getDroppedNotificationCount()).isEqualTo(999);
    release.countDown();
    Await.until("all others are told", () -> threads.size() == 1_001);
    assertThat(threads)
        .allMatch(Thread::isDaemon)
        .extracting(Thread::getName)
        .containsOnly("pickglass-notifications");
    Await.until("the thread has ended", () -> threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void whatListenersAndFiltersThrowReachesNobodyElse() throws Exception {
    List<Notification> heard = new CopyOnWriteArrayList<>();
    server.addNotificationListener(
        ObjectNames.WARNINGS,
        (_, _) -> {
          throw new IllegalStateException("a listener");
        },
        null,
        null);
    server.addNotificationListener(
        ObjectNames.WARNINGS,
        (_, _) -> {
          throw new AssertionError("another listener");
        },
        null,
        null);
    server.addNotificationListener(
        ObjectNames.WARNINGS, (notification, _) -> heard.add(notification), null, null);
    PlainTask task = longPoll("orders");
    Await.until("the good one is told", () -> heard.size() == 1);
    clear(task);
    Await.until("it is told again", () -> heard.size() == 2);
    Await.until("the errors are passed on", () -> errors.size() == 2);
    assertThat(errors).extracting(Throwable::getMessage).containsOnly("another listener");
    errors.clear();
  }

  @Test
  void whoListensNoMoreIsNotTold() throws Exception {
    List<Notification> heard = new CopyOnWriteArrayList<>();
    NotificationListener listener = (notification, _) -> heard.add(notification);
    server.addNotificationListener(ObjectNames.WARNINGS, listener, null, null);
    server.removeNotificationListener(ObjectNames.WARNINGS, listener);
    List<Notification> other = new CopyOnWriteArrayList<>();
    server.addNotificationListener(
        ObjectNames.WARNINGS, (notification, _) -> other.add(notification), null, null);
    longPoll("orders");
    Await.until("another is told", () -> other.size() == 1);
    assertThat(heard).isEmpty();
  }

  @Test
  void afterTheEndNobodyIsToldAndTheBeanIsGone() {
    export.close();
    longPoll("orders");
    assertThat(server.isRegistered(ObjectNames.WARNINGS)).isFalse();
    assertThat(warnings.active()).hasSize(1);
  }

  @Test
  void itSaysWhatItIsAndWhatItSends() throws Exception {
    MBeanInfo info = server.getMBeanInfo(ObjectNames.WARNINGS);
    assertThat(info.getNotifications()).hasSize(1);
    assertThat(info.getNotifications()[0].getNotifTypes())
        .containsExactly("pickglass.warning.raised", "pickglass.warning.cleared");
    assertThat(info.getDescriptor().getFieldValue("mxbean")).isEqualTo("true");
    assertThat(
            Stream.of(
                    List.of(info.getAttributes()),
                    List.of(info.getOperations()),
                    Arrays.stream(info.getOperations())
                        .flatMap(operation -> Arrays.stream(operation.getSignature()))
                        .toList())
                .flatMap(List::stream)
                .map(MBeanFeatureInfo.class::cast))
        .allSatisfy(feature ->
            assertThat(Objects.requireNonNull(feature.getDescription()))
                .as(feature.getName())
                .contains(" ")
                .isNotEqualTo(feature.getName()));
    assertThat(
            Arrays.stream(info.getOperations())
                .filter(operation -> operation.getImpact() == MBeanOperationInfo.ACTION)
                .map(MBeanOperationInfo::getName))
        .containsExactlyInAnyOrder("setLevel", "setThreshold");
  }
}
