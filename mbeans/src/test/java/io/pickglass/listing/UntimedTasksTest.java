package io.pickglass.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.UntimedThreads;
import io.pickglass.time.NanoClock;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Virtual threads that lived before anybody looked are seen, and not timed. */
@Timeout(60)
class UntimedTasksTest {
  private final Registry registry = new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 10);
  private final TaskListing listing = new TaskListing(registry, InstantSource.system());
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Thread> started = new ArrayList<>();

  @BeforeEach
  void begin() {
    Pickglass.start();
  }

  @AfterEach
  void end() {
    over.countDown();
    started.forEach(Await::end);
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Thread old(String name, Runnable code) {
    Thread thread = Thread.ofVirtual().name(name).start(code);
    started.add(thread);
    return thread;
  }

  private Thread waiting(String name) {
    Thread thread = old(name, this::awaitEnd);
    Await.state(thread, Thread.State.WAITING);
    return thread;
  }

  private TaskList list(String named) {
    return listing.list("where kind = untimed and name ~ " + named);
  }

  private static TaskRow row(Thread thread, String state) {
    return new TaskRow(
        "u" + thread.threadId(),
        "untimed",
        state,
        thread.getName(),
        "",
        "",
        "",
        "",
        "",
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        "",
        List.of());
  }

  @Test
  void whoWaitsIsIdleAndNoTimeOfHisIsTold() {
    Thread thread = waiting("old-waiting");
    registry.tasks().untimed().list(true);
    assertThat(list("old-waiting").rows()).isEqualTo(List.of(row(thread, "idle")));
  }

  @Test
  void whoRunsIsRunning() throws Exception {
    CountDownLatch spinning = new CountDownLatch(1);
    Thread running =
        old(
            "old-running",
            () -> {
              spinning.countDown();
              while (over.getCount() > 0) {
                Thread.onSpinWait();
              }
            });
    spinning.await();
    registry.tasks().untimed().list(true);
    assertThat(list("old-running").rows()).isEqualTo(List.of(row(running, "running")));
    assertThat(list("old-running").runningCount()).isEqualTo(1);
  }

  @Test
  void oneAloneIsShownWithoutPolls() {
    Thread thread = waiting("old-detail");
    registry.tasks().untimed().list(true);
    TaskDetail detail = listing.detail("u" + thread.threadId());
    assertThat(detail.task()).isEqualTo(row(thread, "idle"));
    assertThat(List.of(detail.sections(), detail.children()))
        .isEqualTo(List.of(List.of(), List.of()));
  }

  @Test
  void itIsShownAsLongAsItLives() {
    Thread first = waiting("old-first");
    registry.tasks().untimed().list(true);
    assertThat(list("old-first").rows()).isEqualTo(List.of(row(first, "idle")));
    over.countDown();
    Await.end(first);
    assertThat(list("old-first").rows()).isEmpty();
    assertThat(registry.tasks().untimed().living(first.threadId())).isNull();
  }

  @Test
  void threadsOfExecutorsAreThereToo() throws Exception {
    try (ExecutorService executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("old-executor").factory())) {
      CountDownLatch begun = new CountDownLatch(1);
      var _ =
          executor.submit(() -> {
            begun.countDown();
            awaitEnd();
          });
      begun.await();
      registry.tasks().untimed().list(true);
      assertThat(list("old-executor").matchedCount()).isEqualTo(1);
      over.countDown();
    }
  }

  @Test
  void neitherWhoIsWatchedNorWhoComesLaterIsAmongThem() {
    TaskMonitor monitor = Pickglass.monitor("not-untimed");
    Thread watched = monitor.unstarted(Thread.ofVirtual().name("old-watched"), this::awaitEnd);
    watched.start();
    started.add(watched);
    Thread old = waiting("old-other");
    registry.tasks().untimed().list(true);
    waiting("old-too-late");
    assertThat(list("old-").rows()).isEqualTo(List.of(row(old, "idle")));
    Pickglass.remove(monitor);
  }

  @Test
  void nobodyIsListedWhereNobodyAskedForThatOrAsksAnyMore() {
    waiting("old-unasked");
    assertThat(list("old-unasked").rows()).isEmpty();
    registry.tasks().untimed().list(true);
    registry.tasks().untimed().list(false);
    assertThat(list("old-unasked").rows()).isEmpty();
  }

  @Test
  void askedForAgainThoseAreFoundThatLiveThen() {
    registry.tasks().untimed().list(true);
    assertThat(list("old-second").rows()).isEmpty();
    Thread second = waiting("old-second");
    registry.tasks().untimed().list(false);
    registry.tasks().untimed().list(true);
    assertThat(list("old-second").rows()).isEqualTo(List.of(row(second, "idle")));
  }

  @Test
  void thereAreNotMoreThanTheBound() {
    IntStream.range(0, UntimedThreads.MOST + 10).forEach(_ -> old("old-many", this::awaitEnd));
    registry.tasks().untimed().list(true);
    assertThat(registry.tasks().untimed().living()).hasSize(UntimedThreads.MOST);
  }

  @Test
  void aThreadThatHasEndedIsNotKeptFromTheCollector() {
    Thread thread = old("old-forgotten", LockSupport::park);
    Await.state(thread, Thread.State.WAITING);
    registry.tasks().untimed().list(true);
    assertThat(list("old-forgotten").matchedCount()).isEqualTo(1);
    LockSupport.unpark(thread);
    Await.end(thread);
    WeakReference<Thread> forgotten = new WeakReference<>(thread);
    started.clear();
    thread = null;
    Await.until(
        "it is collected",
        () -> {
          System.gc();
          return forgotten.refersTo(null);
        });
  }
}
