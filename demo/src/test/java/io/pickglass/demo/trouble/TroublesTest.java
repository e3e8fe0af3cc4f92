package io.pickglass.demo.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.Await;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.database.Users;
import io.pickglass.model.TaskMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TroublesTest {
  private Database database;
  private Troubles troubles;

  @BeforeEach
  void open() throws Exception {
    database = Database.inMemory(4, Duration.ofSeconds(5));
    troubles = new Troubles(database.pool());
  }

  @AfterEach
  void close() throws Exception {
    troubles.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyTroubleIsFoundByItsNameAndSaysWhatIsSeenInOneSentence(TroubleName name) {
    assertThat(troubles.get(name).name()).isEqualTo(name);
    assertThat(TroubleName.labelled(name.label())).hasValue(name);
    assertThat(name.sentence()).matches("[A-Z][^.]*(\\w\\.\\w[^.]*)*\\.");
  }

  @Test
  void allAreOffAtFirstAndAfterTheEnd() {
    assertThat(troubles.all()).hasSize(TroubleName.values().length).noneMatch(Trouble::isOn);
    troubles.all().forEach(trouble -> trouble.turn(true));
    troubles.all().forEach(trouble -> trouble.turn(true));
    assertThat(troubles.all()).allMatch(Trouble::isOn);
    troubles.close();
    assertThat(troubles.all()).noneMatch(Trouble::isOn);
  }

  @Test
  void cpuComputesInOneOfTwentyAndOnlyWhileItIsOn() {
    assertThat(troubles.cpu().perhapsCompute()).isZero();
    troubles.cpu().turn(true);
    List<Long> primes = new ArrayList<>();
    for (int i = 0; i < 2 * CpuTrouble.ONE_IN; i++) {
      primes.add(troubles.cpu().perhapsCompute());
    }
    assertThat(primes).filteredOn(found -> found > 0).hasSize(2);
    assertThat(primes.getFirst()).isPositive();
  }

  @Test
  void greedyComputesAReportInASinglePollUntilItIsTurnedOff() throws Exception {
    TaskMonitor reports = Pickglass.monitor("reports");
    long before = reports.cumulative().get(TaskMetric.ENDED_COUNT);
    troubles.get(TroubleName.GREEDY).turn(true);
    Await.until(
        "a report is computed", () -> reports.cumulative().get(TaskMetric.RUNNING_COUNT) == 1);
    troubles.get(TroubleName.GREEDY).turn(false);
    Await.until("it ends at once", () -> reports.cumulative().get(TaskMetric.RUNNING_COUNT) == 0);
    TaskMetrics after = reports.cumulative();
    assertThat(after.get(TaskMetric.ENDED_COUNT)).isEqualTo(before + 1);
    assertThat(after.get(TaskMetric.POLL_COUNT)).isEqualTo(after.get(TaskMetric.ENDED_COUNT));
  }

  @Test
  void deadlockGetsNobodyOnUntilItIsTurnedOff() throws Exception {
    TaskMonitor ledger = Pickglass.monitor("ledger");
    long stuck = DeadlockTrouble.BEHIND + 3;
    troubles.get(TroubleName.DEADLOCK).turn(true);
    Await.until(
        "all wait but the one who has gone",
        () -> ledger.cumulative().get(TaskMetric.IDLE_NOW_COUNT) == stuck);
    assertThat(Pickglass.warnings().resources().deadlocks())
        .singleElement()
        .satisfies(found ->
            assertThat(found.members().stream().map(each -> each.waiting().name()).sorted())
                .containsExactly("booking", "refund"));
    troubles.get(TroubleName.DEADLOCK).turn(false);
    Await.until("all end", () -> ledger.cumulative().get(TaskMetric.LIVE_COUNT) == 0);
  }

  @Test
  void lockLetsOneAtATimePass() throws Exception {
    troubles.lock().turn(true);
    long start = System.nanoTime();
    inParallel(4, () -> troubles.lock().pass());

    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(LockTrouble.SLOW_CALL.multipliedBy(4).toNanos());
  }

  @Test
  void aQueueAtTheLockGetsOnSoonAfterItIsSwitchedOff() throws Exception {
    troubles.lock().turn(true);
    AtomicInteger passed = new AtomicInteger();
    List<Thread> queue = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) { // 50 s with the trouble on
      queue.add(
          Thread.startVirtualThread(() -> {
            try {
              troubles.lock().pass();
              passed.incrementAndGet();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    Await.until("one has passed", () -> passed.get() > 0);
    troubles.lock().turn(false);
    for (Thread thread : queue) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(passed).hasValue(1_000);
  }

  @Test
  void poolLeavesTwoConnectionsFarAway() throws Exception {
    Users users = new Users(database.pool());
    troubles.pool().turn(true);
    long start = System.nanoTime();
    inParallel(10, users::count);
    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(PoolTrouble.ROUND_TRIP.multipliedBy(5).toNanos());

    troubles.pool().turn(false);
    // All four at once: nobody gets on before all are there.
    CountDownLatch together = new CountDownLatch(4);
    inParallel(
        4,
        () ->
            database
                .pool()
                .use(_ -> {
                  together.countDown();
                  try {
                    return together.await(5, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }));
    assertThat(together.getCount()).isZero();
  }

  @Test
  void chattyMakesFiftyRoundTripsAndOnlyWhileItIsOn() {
    assertThat(troubles.chatty().lookUp()).isZero();
    troubles.chatty().turn(true);
    long start = System.nanoTime();
    assertThat(troubles.chatty().lookUp()).isEqualTo(50);
    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(ChattyTrouble.ROUND_TRIP.multipliedBy(50).toNanos());
  }

  @Test
  void restlessAsksUntilItsTimeIsOverAndOnlyWhileItIsOn() {
    assertThat(troubles.restless().perhapsAsk()).isZero();
    troubles.restless().turn(true);
    long start = System.nanoTime();
    assertThat(troubles.restless().perhapsAsk()).isPositive();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(RestlessTrouble.TIME.toNanos());
  }

  @Test
  void unwatchedChoosesTheOtherExecutor() {
    List<String> asked = new ArrayList<>();
    Executor watched = task -> asked.add("watched");
    Executor unwatched = task -> asked.add("unwatched");
    for (boolean on : new boolean[] {false, true, false}) {
      troubles.unwatched().turn(on);
      troubles.unwatched().choose(watched, unwatched).execute(() -> {});
    }
    assertThat(asked).containsExactly("watched", "unwatched", "watched");
  }

  @Test
  void doormanTakesHisTime() throws Exception {
    troubles.doorman().turn(true);
    long start = System.nanoTime();
    troubles.doorman().look();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(DoormanTrouble.LOOK.toNanos());
  }

  @Test
  void carriersLetsNoVirtualThreadRunForMostOfASecond() throws Exception {
    troubles.get(TroubleName.CARRIERS).turn(true);
    // Threads in a row, each started after the last: one of them meets the time of no carriers.
    Await.until(
        "a thread was late",
        () -> {
          long start = System.nanoTime();
          Thread.startVirtualThread(() -> {}).join();
          return System.nanoTime() - start > Plugin.LOADING.toNanos() / 2;
        });
  }

  @Test
  void carriersIsSwitchedOffWithoutWaitingForItsPlugins() throws Exception {
    troubles.get(TroubleName.CARRIERS).turn(true);
    Await.until("the loader lives", () -> threads("plugin-loader") == 1);
    troubles.get(TroubleName.CARRIERS).turn(false);
    assertThat(threads("plugin-loader")).isZero();
  }

  @Test
  void anUnknownNameIsNoTrouble() {
    assertThat(TroubleName.labelled("CPU")).isEmpty();
    assertThat(TroubleName.labelled("")).isEmpty();
    assertThatThrownBy(() -> TroubleName.valueOf("cpu"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }

  /** What may throw. */
  private interface Action {
    void run() throws Exception;
  }

  private static void inParallel(int count, Action action) throws Exception {
    List<Exception> thrown = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              action.run();
            } catch (Exception e) {
              synchronized (thrown) {
                thrown.add(e);
              }
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(thrown).isEmpty();
  }
}
