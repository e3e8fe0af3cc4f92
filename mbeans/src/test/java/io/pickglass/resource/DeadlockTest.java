package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Deadlock;
import io.pickglass.model.Wait;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ResourcesMXBean;
import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMX;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Circles of waits are found, and nothing else is called one. */
@Timeout(120)
class DeadlockTest {
  private static final long SEED = 20261122;

  private final TaskMonitor monitor = Pickglass.monitor("deadlocks");
  private final ResourcesMXBean resources =
      JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(), ObjectNames.RESOURCES, ResourcesMXBean.class);

  @BeforeAll
  static void start() {
    Pickglass.start();
  }

  /** What can be held, and wanted by another one. */
  private interface Thing {
    void hold(Runnable then) throws InterruptedException;
  }

  /** Threads each of which holds one thing and wants the next. */
  private final class Circle implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    // A monitor is left only by who has it: these are given back by interrupting a lock's waiter.
    private final List<Thing> things = new ArrayList<>();
    private final CountDownLatch allHold;
    private final AtomicInteger wanting = new AtomicInteger();

    Circle(int size, String pattern) {
      allHold = new CountDownLatch(size);
      for (int i = 0; i < size; i++) {
        things.add(pattern.charAt(i % pattern.length()) == 'm' ? monitor() : lock());
      }
      for (int i = 0; i < size; i++) {
        Thing own = things.get(i);
        Thing next = things.get((i + 1) % size);
        boolean virtual = i != 1 || !pattern.endsWith("p");
        threads.add(started("circle-" + i, virtual, () -> holdAndWant(own, next)));
      }
    }

    private void holdAndWant(Thing own, Thing next) {
      try {
        own.hold(() -> {
          try {
            allHold.countDown();
            allHold.await();
            wanting.incrementAndGet();
            next.hold(() -> {});
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void awaitClosed() {
      threads.forEach(each ->
          Await.until(
              each + " waits for the next",
              () -> wanting.get() == threads.size() && isWaiting(each)));
    }

    @Override
    public void close() {
      threads.forEach(Thread::interrupt);
      threads.forEach(Await::end);
    }
  }

  private static boolean isWaiting(Thread thread) {
    State state = thread.getState();
    return state == State.WAITING || state == State.BLOCKED;
  }

  private Thread started(String name, boolean virtual, Runnable code) {
    Thread thread =
        virtual ? monitor.threadFactory().newThread(code) : Thread.ofPlatform().unstarted(code);
    thread.setName(name);
    thread.start();
    return thread;
  }

  private static Thing monitor() {
    Object object = new Object();
    return then -> {
      synchronized (object) {
        then.run();
      }
    };
  }

  private static Thing lock() {
    ReentrantLock lock = new ReentrantLock();
    return then -> {
      lock.lockInterruptibly();
      try {
        then.run();
      } finally {
        lock.unlock();
      }
    };
  }

  static Stream<Arguments> circles() {
    // l: a lock, m: a monitor, p: one of the threads is no virtual one.
    return Stream.of("l", "lm", "lmlp")
        .flatMap(pattern -> Stream.of(2, 3, 10).map(size -> Arguments.of(size, pattern)));
  }

  @ParameterizedTest
  @MethodSource("circles")
  void aCircleOfLocksAndMonitorsIsFoundAtTheFirstLook(int size, String pattern) {
    try (Circle circle = new Circle(size, pattern)) {
      circle.awaitClosed();
      List<Deadlock> found = resources.deadlocks();
      assertThat(found).hasSize(1);
      List<Deadlock.Member> members = found.getFirst().members();
      assertThat(found.getFirst().endsByItself()).isFalse();
      assertThat(members.stream().map(each -> each.waiting().name()).sorted().toList())
          .isEqualTo(IntStream.range(0, size).mapToObj(i -> "circle-" + i).sorted().toList());
      for (int i = 0; i < size; i++) {
        Wait waiting = members.get(i).waiting();
        Wait next = members.get((i + 1) % size).waiting();
        assertThat(List.of(waiting.holder(), waiting.holderName()))
            .isEqualTo(List.of(next.task(), next.name()));
        assertThat(String.join("\n", members.get(i).stack())).contains("holdAndWant");
      }
    }
    assertThat(resources.deadlocks()).isEmpty();
  }

  @Test
  void severalCirclesAreToldApart() {
    try (Circle one = new Circle(2, "l");
        Circle other = new Circle(3, "lm")) {
      one.awaitClosed();
      other.awaitClosed();
      assertThat(
              resources.deadlocks().stream().map(each -> each.members().size()).sorted().toList())
          .isEqualTo(List.of(2, 3));
    }
  }

  @Test
  void aCircleInWhichOneWaitsForALimitedTimeEndsByItself() throws InterruptedException {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock other = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    Thread first = started("first", true, () -> take(one, other, both, 1));
    Thread second = started("second", true, () -> take(other, one, both, 0));
    Await.until("both wait", () -> one.hasQueuedThread(second) && other.hasQueuedThread(first));
    assertThat(resources.deadlocks().stream().map(Deadlock::endsByItself).toList())
        .isEqualTo(List.of(true));
    first.interrupt();
    second.interrupt();
    Await.end(first);
    Await.end(second);
  }

  private static void take(ReentrantLock own, ReentrantLock next, CountDownLatch both, int days) {
    own.lock();
    try {
      both.countDown();
      both.await();
      if (days == 0) {
        next.lockInterruptibly();
      } else {
        var _ = next.tryLock(days, TimeUnit.DAYS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      own.unlock();
    }
  }

  /** Locks and monitors taken in one order by all can make no circle, however they are held. */
  @ParameterizedTest
  @ValueSource(ints = {2, 10})
  void tenThousandProgramsWithoutACircleHaveNoDeadlock(int kinds) throws InterruptedException {
    Random random = new Random(SEED + kinds);
    List<Thing> ordered = new ArrayList<>();
    for (int i = 0; i < kinds; i++) {
      ordered.add(i % 2 == 0 ? lock() : monitor());
    }
    int programs = 10_000;
    CountDownLatch ended = new CountDownLatch(programs);
    Thread starting = started("starter", false, () -> startAll(programs, ordered, random, ended));
    int looks = 0;
    while (!ended.await(1, TimeUnit.MILLISECONDS)) {
      assertThat(resources.deadlocks()).isEmpty();
      looks++;
    }
    Await.end(starting);
    assertThat(looks).isPositive();
  }

  private void startAll(int programs, List<Thing> ordered, Random random, CountDownLatch ended) {
    for (int i = 0; i < programs; i++) {
      boolean[] taken = new boolean[ordered.size()];
      for (int j = 0; j < taken.length; j++) {
        taken[j] = random.nextBoolean();
      }
      long pause = random.nextInt(20_000);
      started("orderly", true, () -> takeFrom(0, ordered, taken, pause, ended));
    }
  }

  private static void takeFrom(
      int at, List<Thing> ordered, boolean[] taken, long nanos, CountDownLatch ended) {
    try {
      if (at == taken.length) {
        Thread.sleep(0, (int) nanos);
        ended.countDown();
      } else if (taken[at]) {
        ordered.get(at).hold(() -> takeFrom(at + 1, ordered, taken, nanos, ended));
      } else {
        takeFrom(at + 1, ordered, taken, nanos, ended);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
