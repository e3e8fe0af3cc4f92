package io.pickglass.demo.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of users. */
public final class Users {
  /** The longest name that fits, in UTF-16 units. */
  public static final int MAX_NAME_LENGTH = 200;

  private final ConnectionPool pool;

  /** The users reached through these connections. */
  public Users(ConnectionPool pool) {
    this.pool = pool;
  }

  /** Stores a user. Returns when the row is committed; if it throws, there is no row. */
  public User insert(String name) throws SQLException {
    return pool.use(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO users (name) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
        insert.setString(1, name);
        insert.executeUpdate();
        try (ResultSet keys = insert.getGeneratedKeys()) {
          keys.next();
          return new User(keys.getLong(1), name);
        }
      }
    });
  }

  /** How many users are stored. */
  public long count() throws SQLException {
    return pool.use(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM users")) {
        rows.next();
        return rows.getLong(1);
      }
    });
  }
}
