package io.pickglass.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Pickglass;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.Await;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.load.Failure;
import io.pickglass.demo.load.Load;
import io.pickglass.demo.load.LoadResult;
import io.pickglass.demo.load.LoadSettings;
import io.pickglass.demo.trouble.TroubleName;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The promise of the demo: insertions that ended and did not fail are the rows of the table. */
@Timeout(120)
class InsertionsAreExactTest {
  @Test
  void afterALoadTheInsertionsThatEndedWellAreTheRows() throws Exception {
    try (RunningService running = new RunningService()) {
      LoadResult result = load(running, 1_000, 2_000);

      // A slow machine may have too many under way for a moment; nothing else may go wrong.
      assertThat(result.failures().keySet()).isSubsetOf(Failure.NOT_SENT);
      assertThat(running.rows()).isEqualTo(result.created()).isPositive();
      assertThat(running.inserted()).isEqualTo(running.rows());
    }
  }

  @Test
  void insertionsThatTheDatabaseRefusesFailAndLeaveNoRow() throws Exception {
    try (RunningService running = new RunningService()) {
      long failedBefore = failed();
      forbidSomeNames(running.database);
      LoadResult result = load(running, 1_000, 2_000);

      assertThat(result.failures().keySet()).isSubsetOf(Failure.NOT_SENT, Failure.STATUS);
      assertThat(result.failures().get(Failure.STATUS))
          .isPositive()
          .isEqualTo(failed() - failedBefore);
      assertThat(running.rows()).isEqualTo(result.created()).isPositive();
      assertThat(running.inserted()).isEqualTo(running.rows());
    }
  }

  @Test
  void insertionsThatFindNoConnectionFailAndLeaveNoRow() throws Exception {
    try (RunningService running =
        new RunningService(Database.inMemory(16, Duration.ofMillis(20)))) {
      running.troubles.get(TroubleName.POOL).turn(true);
      LoadResult result = load(running, 500, 500);

      assertThat(result.failed()).isPositive();
      assertThat(running.rows()).isEqualTo(result.created()).isPositive();
      assertThat(running.inserted()).isEqualTo(running.rows());
    }
  }

  @Test
  void aLoadStoppedInTheMiddleIsExactOnceTheServiceHasDrained() throws Exception {
    try (RunningService running = new RunningService()) {
      running.troubles.get(TroubleName.POOL).turn(true);
      Load load = Load.start(running.uri(), LoadSettings.endless(300, 42), () -> true);
      Await.until("half a burst is stored", () -> load.soFar().created() >= 20);
      load.close();
      running.troubles.close();
      running.service.close();

      assertThat(running.rows()).isGreaterThanOrEqualTo(20);
      assertThat(running.inserted()).isEqualTo(running.rows());
    }
  }

  private static LoadResult load(RunningService running, double rate, long requests) {
    LoadSettings settings = new LoadSettings(rate, requests, 42);
    try (Load load = Load.start(running.uri(), settings, running.troubles.pool()::isOn)) {
      return load.end().join();
    }
  }

  // A failure of the real kind: raised by the database, in the middle of the insertion.
  private static void forbidSomeNames(Database database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE users ADD CHECK (name NOT LIKE '%7%')");
    }
  }

  private static long failed() {
    return Pickglass.monitor("users.insert").cumulative().get(TaskMetric.FAILED_COUNT);
  }
}
