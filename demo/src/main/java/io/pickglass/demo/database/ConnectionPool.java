package io.pickglass.demo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of connections that many tasks share. Who finds none free waits, in order of
 * arrival and not for ever. A thread of its own looks once a second whether a connection that
 * nobody uses still works.
 *
 * <p><b>Threads:</b> any number may {@link #use} it while another changes the limit or the delay; a
 * lower limit holds for those who come, nobody's connection is taken away.
 */
public final class ConnectionPool implements AutoCloseable {
  /** Opens a connection. */
  @FunctionalInterface
  public interface Source {
    /** A new connection to the database. */
    Connection open() throws SQLException;
  }

  /** What is done with a connection, as one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Its result; whatever it throws undoes all it did. */
    T with(Connection connection) throws SQLException;
  }

  private static final Duration CHECK = Duration.ofSeconds(1);

  private final Source source;
  private final int size;
  private final Duration patience;
  private final Permits permits;
  // Never empty for the holder of a permit, except for a connection that broke and was dropped.
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledThreadPoolExecutor keeper =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("connection-keeper").factory());
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean closed;
  private int limit;

  /** A pool of so many open connections, where nobody waits longer than {@code patience}. */
  public ConnectionPool(Source source, int size, Duration patience) throws SQLException {
    this.source = source;
    this.size = size;
    this.patience = patience;
    this.permits = new Permits(size);
    this.limit = size;
    for (int i = 0; i < size; i++) {
      idle.push(openConnection());
    }
    var _ =
        keeper.scheduleWithFixedDelay(
            this::checkOne, CHECK.toNanos(), CHECK.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Does the work in a transaction of its own and returns when it is committed. */
  public <T> T use(Work<T> work) throws SQLException {
    try {
      if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SQLTransientConnectionException(
            "no connection became free within " + patience.toMillis() + " ms");
      }
      try {
        Connection connection = idle.poll();
        return transaction(connection != null ? connection : openConnection(), work);
      } finally {
        permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted before anything was done", e);
    }
  }

  /** How many connections may be used at once, at most the size of the pool. */
  public synchronized void limit(int newLimit) {
    int wanted = Math.clamp(newLimit, 1, size);
    if (wanted < limit) {
      permits.reducePermits(limit - wanted);
    } else {
      permits.release(wanted - limit);
    }
    limit = wanted;
  }

  /** The size of the pool. */
  public int size() {
    return size;
  }

  /** How many tasks wait for a connection now; an estimate while they come and go. */
  public int waitingCount() {
    return permits.getQueueLength();
  }

  /** What looks after the connections that nobody uses. */
  public ThreadPoolExecutor keeper() {
    return keeper;
  }

  /** Makes every use last longer by so much, as a database far away would. */
  public void delay(Duration newDelay) {
    delay = newDelay;
  }

  /** Closes the connections; those in use are closed when they come back. */
  @Override
  public void close() {
    closed = true;
    keeper.shutdownNow();
    closeIdle();
  }

  // The one that has not been used for longest. With a permit, or it would be missed by who has
  // one.
  private void checkOne() {
    if (!permits.tryAcquire()) {
      return; // all are in use, and so are seen to work
    }
    try {
      Connection connection = idle.pollLast();
      if (connection == null) {
        return;
      }
      if (isValid(connection)) {
        giveBack(connection);
      } else {
        closeQuietly(connection);
      }
    } finally {
      permits.release();
    }
  }

  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private <T> T transaction(Connection connection, Work<T> work)
      throws SQLException, InterruptedException {
    boolean clean = false;
    try {
      if (!delay.isZero()) {
        Thread.sleep(delay); // with the connection in hand: that is what makes it scarce
      }
      T result = work.with(connection);
      connection.commit();
      clean = true;
      return result;
    } finally {
      if (clean || rolledBack(connection)) {
        giveBack(connection);
      } else {
        closeQuietly(connection);
      }
    }
  }

  private Connection openConnection() throws SQLException {
    Connection connection = source.open();
    connection.setAutoCommit(false);
    return connection;
  }

  private void giveBack(Connection connection) {
    idle.push(connection);
    if (closed) {
      closeIdle(); // close() may have passed before the push
    }
  }

  private void closeIdle() {
    Connection connection;
    while ((connection = idle.poll()) != null) {
      closeQuietly(connection);
    }
  }

  private static boolean rolledBack(Connection connection) {
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      return false; // the connection is broken: it is dropped, the next user opens another
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It is thrown away: there is nobody left who could do something about it.
    }
  }

  /** Fair, and may be reduced while in use. */
  private static final class Permits extends Semaphore {
    private static final long serialVersionUID = 1;

    Permits(int count) {
      super(count, true);
    }

    @Override
    public void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
