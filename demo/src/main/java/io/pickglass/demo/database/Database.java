package io.pickglass.demo.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** The embedded H2 database of the service: open from construction to {@link #close}. */
public final class Database implements AutoCloseable {
  /** How many connections the service has. */
  public static final int POOL_SIZE = 16;

  /** How long a request waits for a connection before it gives up. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  // H2's own shutdown hook would close the database while ours still answers the last requests.
  private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
  private static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS users ("
          + "id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
          + "name CHARACTER VARYING("
          + Users.MAX_NAME_LENGTH
          + ") NOT NULL)";

  private final String url;
  // An H2 database in memory lives as long as its last connection: this one.
  private final Connection anchor;
  private final ConnectionPool pool;

  private Database(String location, int connections, Duration patience) throws SQLException {
    url = "jdbc:h2:" + location + SETTINGS;
    anchor = connect();
    try (Statement statement = anchor.createStatement()) {
      statement.execute(SCHEMA);
      pool = new ConnectionPool(this::connect, connections, patience);
    } catch (SQLException e) {
      anchor.close();
      throw e;
    }
  }

  /** An empty database that is forgotten when it is closed. */
  public static Database inMemory() throws SQLException {
    return inMemory(POOL_SIZE, PATIENCE);
  }

  /** As above, with a pool of that size, where nobody waits longer than {@code patience}. */
  public static Database inMemory(int connections, Duration patience) throws SQLException {
    return new Database("mem:" + UUID.randomUUID(), connections, patience);
  }

  /**
   * The database in the file {@code path} with {@code .mv.db} appended, made if it is not there.
   *
   * @throws IllegalArgumentException for a path that H2 would read as settings
   */
  public static Database at(Path path) throws SQLException {
    String file = path.toAbsolutePath().toString();
    if (file.indexOf(';') >= 0) {
      throw new IllegalArgumentException("a database path must not contain ';': " + file);
    }
    return new Database("file:" + file, POOL_SIZE, PATIENCE);
  }

  /** A connection beside the pool. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "sa", "");
  }

  /** The connections that the service shares. */
  public ConnectionPool pool() {
    return pool;
  }

  /** Closes all connections and with them the database. */
  @Override
  public void close() throws SQLException {
    pool.close();
    anchor.close();
  }
}
