package io.pickglass.demo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.demo.Await;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionPoolTest {
  private Database database;
  private ConnectionPool pool;
  private Users users;

  @BeforeEach
  void open() throws SQLException {
    database = Database.inMemory(3, Duration.ofMillis(50));
    pool = database.pool();
    users = new Users(pool);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void anInsertedUserIsThere() throws SQLException {
    User user = users.insert("Ada \"Λ\" 🧵");

    assertThat(user).isEqualTo(new User(1, "Ada \"Λ\" 🧵"));
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void whatFailsIsUndoneAndTheConnectionUsedAgain() throws SQLException {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() ->
              pool.use(connection -> {
                insertAda(connection);
                throw new IllegalStateException("after the insertion");
              }))
          .hasMessage("after the insertion");
    }
    assertThat(users.count()).isZero();
  }

  @Test
  void aConnectionThatBreaksWhileNobodyUsesItIsFoundByTheKeeper() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    try (ConnectionPool one =
        new ConnectionPool(
            () -> {
              opened.incrementAndGet();
              return database.connect();
            },
            1,
            Duration.ofSeconds(5))) {
      one.use(connection -> connection).close();
      long before = one.keeper().getCompletedTaskCount();
      // The first to end may have begun before.
      Await.until("two checks", () -> one.keeper().getCompletedTaskCount() >= before + 2);
      boolean closed = one.use(Connection::isClosed);
      assertThat(closed).isFalse();
      assertThat(opened).hasValue(2);
    }
  }

  @Test
  void aBrokenConnectionIsReplaced() throws SQLException {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() ->
              pool.use(connection -> {
                insertAda(connection);
                connection.close();
                return null;
              }))
          .isInstanceOf(SQLException.class);
    }
    assertThat(users.count()).isZero();
  }

  @Test
  void whoFindsNoConnectionInTimeIsToldSo() throws Exception {
    try (Holders holders = new Holders(3)) {
      assertThatThrownBy(users::count)
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessage("no connection became free within 50 ms");
    }
    assertThat(users.count()).isZero();
  }

  @Test
  void aLowerLimitHoldsForThoseWhoComeAndIsLiftedAgain() throws Exception {
    pool.limit(1);
    try (Holders holders = new Holders(1)) {
      assertThatThrownBy(users::count).isInstanceOf(SQLTransientConnectionException.class);
      pool.limit(3);
      assertThat(users.count()).isZero();
    }
  }

  @Test
  void aLimitBelowWhatIsInUseTakesNothingAwayFromAnybody() throws Exception {
    try (Holders holders = new Holders(3)) {
      pool.limit(1);
    }
    try (Holders holders = new Holders(1)) {
      assertThatThrownBy(users::count).isInstanceOf(SQLTransientConnectionException.class);
    }
  }

  @Test
  void anInterruptedUserDoesNothingAndStaysInterrupted() throws Exception {
    try {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> users.insert("Ada")).isInstanceOf(SQLException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(users.count()).isZero();
  }

  private static void insertAda(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (name) VALUES ('Ada')");
    }
  }

  /** Threads that hold connections until they are closed. */
  private final class Holders implements AutoCloseable {
    private final CountDownLatch let = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Holders(int count) throws Exception {
      CountDownLatch holding = new CountDownLatch(count);
      for (int i = 0; i < count; i++) {
        threads.add(Thread.startVirtualThread(() -> hold(holding)));
      }
      Await.until("all connections are held", () -> holding.getCount() == 0);
    }

    private void hold(CountDownLatch holding) {
      try {
        pool.use(_ -> {
          holding.countDown();
          try {
            let.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return 0;
        });
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws InterruptedException {
      let.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
