package io.pickglass.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.model.TaskStack;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.TasksMXBean;
import io.pickglass.task.View;
import io.pickglass.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.management.JMX;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads, executors and pipelines as the MXBean shows them. */
@Timeout(60)
class RealTasksTest {
  private static int number;

  private final String name = "listed-" + ++number;
  private final TaskMonitor monitor = Pickglass.monitor(name);
  private final TasksMXBean tasks =
      JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(), ObjectNames.TASKS, TasksMXBean.class);
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeAll
  static void start() {
    Pickglass.start();
  }

  @AfterEach
  void end() {
    over.countDown();
    Pickglass.remove(monitor);
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private TaskList list(String query) {
    return tasks.list("where monitor = " + name + " " + query);
  }

  private TaskRow row(Thread thread) {
    return list("where id = v" + thread.threadId()).rows().getFirst();
  }

  @Test
  void aVirtualThreadHasItsNumberItsNameAndThePlaceWhereItWasStarted() {
    Thread unnamed = monitor.start(this::awaitEnd);
    Thread named = monitor.unstarted(Thread.ofVirtual().name("import"), this::awaitEnd);
    assertThat(list("").matchedCount()).isEqualTo(1);
    named.start();
    Await.state(unnamed, Thread.State.WAITING);
    Await.state(named, Thread.State.WAITING);
    TaskRow row = row(unnamed);
    String here = "io.pickglass.listing.RealTasksTest";
    assertThat(row.location())
        .matches(here + "\\.aVirtualThreadHasIts\\w+\\(RealTasksTest\\.java:\\d+\\)");
    assertThat(
            List.of(row.id(), row.kind(), row.state(), row.target(), row.parent(), row.wokenBy()))
        .isEqualTo(
            List.of(
                "v" + unnamed.threadId(),
                "virtual",
                "idle",
                here,
                "",
                Thread.currentThread().getName()));
    assertThat(row.name()).startsWith("RealTasksTest.aVirtualThreadHasIts");
    assertThat(row(named).name()).isEqualTo("import");
  }

  @Test
  void eachKindOfWakeSaysWhoItWas() throws Exception {
    Thread sleeper = monitor.start(() -> LockSupport.parkNanos(1_000_000));
    Thread yielder = monitor.start(Thread::yield);
    Thread parked = monitor.start(LockSupport::park);
    Await.state(parked, Thread.State.WAITING);
    Thread waker = monitor.start(() -> LockSupport.unpark(parked));
    for (Thread each : List.of(sleeper, yielder, parked, waker)) {
      each.join();
    }
    assertThat(Stream.of(sleeper, yielder, parked, waker).map(this::row).map(TaskRow::wokenBy))
        .isEqualTo(
            List.of("timer", "itself", "v" + waker.threadId(), Thread.currentThread().getName()));
  }

  @Test
  void whatATaskHasThrownIsKeptByItsClassAlone() {
    Thread failed =
        monitor.unstarted(
            Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {}),
            () -> {
              throw new IllegalArgumentException("a secret");
            });
    failed.start();
    Await.end(failed);
    TaskRow row = row(failed);
    assertThat(List.of(row.state(), row.thrown()))
        .isEqualTo(List.of("failed", "java.lang.IllegalArgumentException"));
    assertThat(row.toString()).doesNotContain("secret");
  }

  @Test
  void tasksOfExecutorsAndPipelinesAreListedWithTheirPlace() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      var running = monitor.executor(pool).submit(this::awaitEnd);
      monitor.executor(pool).execute(() -> {});
      CompletableFuture<Void> last = new CompletableFuture<>();
      monitor.async(Runnable::run, _ -> last);
      Await.until("the first runs", () -> list("where state = running").matchedCount() == 1);
      List<TaskRow> rows = list("sort total").rows();
      assertThat(rows)
          .extracting(row -> row.kind() + " " + row.state())
          .isEqualTo(List.of("executor running", "executor scheduled", "async scheduled"));
      assertThat(rows).allMatch(row -> row.location().contains("RealTasksTest.java:"));
      assertThat(rows).extracting(TaskRow::id).allMatch(id -> id.matches("[xa]\\d+"));
      over.countDown();
      running.get();
      last.completeExceptionally(new IllegalStateException());
      assertThat(list("where kind = async").rows())
          .extracting(row -> row.state() + " " + row.thrown())
          .isEqualTo(List.of("failed java.lang.IllegalStateException"));
    }
  }

  @Test
  void whoIsMadeByAVirtualThreadIsItsChildAndSectionsAreItsParts() {
    AtomicBoolean entered = new AtomicBoolean();
    Thread parent =
        monitor.start(() -> {
          monitor.start(this::awaitEnd);
          monitor.run(() -> {
            entered.set(true);
            awaitEnd();
          });
        });
    String id = "v" + parent.threadId();
    Await.until("in its section", entered::get);
    Await.until("all wait", () -> list("where state = idle").matchedCount() == 3);
    TaskDetail detail = tasks.detail(id);
    assertThat(detail.childCount()).isEqualTo(1);
    assertThat(detail.children()).extracting(TaskRow::parent).isEqualTo(List.of(id));
    assertThat(detail.sections())
        .extracting(row -> row.kind() + " of " + row.parent() + " is " + row.state())
        .isEqualTo(List.of("section of " + id + " is idle"));
    TaskRow section = detail.sections().getFirst();
    assertThat(section.totalNanos())
        .isEqualTo(section.busyNanos() + section.scheduledNanos() + section.idleNanos())
        .isLessThan(detail.task().totalNanos());
    assertThat(tasks.detail(section.id()).task().parent()).isEqualTo(id);
  }

  @Test
  void aTaskThatIsLookedAtHasItsPollsCountedOneByOneFromThenOn() {
    AtomicBoolean seen = new AtomicBoolean();
    Thread thread =
        monitor.start(() -> {
          LockSupport.park();
          for (int i = 0; i < 100; i++) {
            Thread.yield();
          }
          seen.set(true);
          awaitEnd();
        });
    String id = "v" + thread.threadId();
    Await.state(thread, Thread.State.WAITING);
    assertThat(tasks.detail(id).polls().count()).isZero();
    LockSupport.unpark(thread);
    Await.until("it has yielded", seen::get);
    Await.state(thread, Thread.State.WAITING);
    TaskDetail detail = tasks.detail(id);
    // The latest poll is counted when the next begins; the first had begun before.
    assertThat(List.of(detail.polls().count(), detail.waits().count()))
        .isEqualTo(List.of(100L, 101L));
    assertThat(detail.polls().counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    assertThat(detail.spreadSinceMillis()).isPositive();
  }

  @Test
  void theStackOfARunningTaskIsItsOwnAndAWaitingOneIsNotDisturbed() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    Thread computing =
        monitor.start(() -> {
          while (!stop.get()) {
            Thread.onSpinWait();
          }
        });
    Thread waiting = monitor.start(this::awaitEnd);
    Await.state(waiting, Thread.State.WAITING);
    Await.until("it runs", () -> row(computing).state().equals("running"));
    TaskStack running = tasks.stack("v" + computing.threadId());
    assertThat(running.frames())
        .anyMatch(frame -> frame.contains("RealTasksTest.lambda$theStackOfARunningTask"));
    assertThat(running.threadName()).startsWith("ForkJoinPool-1-worker-");
    TaskRow before = row(waiting);
    assertThat(tasks.stack("v" + waiting.threadId()))
        .isEqualTo(
            TaskStack.none(
                "v" + waiting.threadId(),
                "it is in no poll now, and this JDK tells no stack of a virtual thread that waits"
                    + " without disturbing it"));
    assertThat(row(waiting).pollCount()).isEqualTo(before.pollCount());
    stop.set(true);
    computing.join();
    assertThat(tasks.evidence("v" + computing.threadId()))
        .isEqualTo(
            new TaskEvidence(
                TaskStack.none("v" + computing.threadId(), "it has ended"),
                tasks.evidence("v" + computing.threadId()).slowPolls(),
                List.of(),
                List.of()));
    try (ExecutorService pool = Executors.newFixedThreadPool(1, run -> new Thread(run, "mine"))) {
      var future = monitor.executor(pool).submit(this::awaitEnd);
      Await.until(
          "it runs", () -> list("where kind = executor and state = running").matchedCount() == 1);
      TaskStack pooled = tasks.stack(list("where kind = executor").rows().getFirst().id());
      assertThat(pooled.frames()).anyMatch(frame -> frame.contains("RealTasksTest.awaitEnd"));
      assertThat(pooled.threadName()).isEqualTo("mine");
      over.countDown();
      future.get();
    }
  }

  @Test
  void sectionsThatAreForgottenGiveBackNoRoomOfTheirTask() {
    Registry registry = new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 10);
    TaskListing listing = new TaskListing(registry, InstantSource.system());
    View whole = View.whole(registry.monitor(name));
    PlainTask task = PlainTask.of(whole);
    task.beginSection();
    var _ = listing.detail(listing.list("").rows().getFirst().id());
    registry.tasks().ended().limit(10);
    for (int i = 0; i < 50; i++) {
      View section = task.enter(null, whole.totals());
      assertThat(task.exit(null, section, Outcome.RETURNED)).isPositive();
    }
    assertThat(registry.tasks().spreadsCount()).isEqualTo(1);
    task.end(Outcome.RETURNED);
    registry.tasks().ended().limit(0);
    assertThat(registry.tasks().spreadsCount()).isZero();
  }

  @Test
  void anUnknownIdIsRefusedInASentence() {
    assertThatThrownBy(() -> tasks.detail("v999999999"))
        .hasMessage(
            "there is no task v999999999: it has ended more than 60 s or 10000 tasks ago, or was"
                + " never watched");
    assertThatThrownBy(() -> tasks.detail("orders"))
        .hasMessage("\"orders\" is no id of a task: expected one such as v7, x7, a7, h7, s7, u7");
  }

  @Test
  void noTaskIsListedTwiceWhileManyStartAndEnd() {
    AtomicBoolean stop = new AtomicBoolean();
    Thread[] starters = new Thread[4];
    for (int i = 0; i < starters.length; i++) {
      starters[i] =
          Thread.ofPlatform()
              .start(() -> {
                while (!stop.get()) {
                  Thread task = monitor.start(Thread::yield);
                  if (task.threadId() % 64 == 0) {
                    Await.end(task);
                  }
                }
              });
    }
    try {
      assertThat(rowsWithoutDuplicates(Duration.ofSeconds(2))).isPositive();
    } finally {
      stop.set(true);
      for (Thread starter : starters) {
        Await.end(starter);
      }
    }
  }

  private long rowsWithoutDuplicates(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    long rows = 0;
    while (System.nanoTime() - deadline < 0) {
      Set<String> ids = new HashSet<>();
      for (TaskRow row : list("sort polls limit 10000").rows()) {
        assertThat(ids.add(row.id())).as(row.toString()).isTrue();
        assertThat(row.busyNanos() + row.scheduledNanos() + row.idleNanos())
            .as(row.toString())
            .isEqualTo(row.totalNanos());
      }
      rows += ids.size();
    }
    return rows;
  }
}
