package io.pickglass.demo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @Test
  void twoDatabasesInMemoryKnowNothingOfEachOther() throws SQLException {
    try (Database one = Database.inMemory();
        Database other = Database.inMemory()) {
      new Users(one.pool()).insert("Ada");
      assertThat(new Users(other.pool()).count()).isZero();
    }
  }

  @Test
  void usersInAFileAreThereAfterARestart(@TempDir Path directory) throws SQLException {
    Path file = directory.resolve("users");
    try (Database database = Database.at(file)) {
      new Users(database.pool()).insert("Ada");
    }
    assertThat(directory.resolve("users.mv.db")).exists();
    try (Database database = Database.at(file)) {
      assertThat(new Users(database.pool()).insert("Grace").id()).isGreaterThan(1);
      assertThat(new Users(database.pool()).count()).isEqualTo(2);
    }
  }

  @Test
  void aPathCannotChangeTheSettings() {
    assertThatThrownBy(() -> Database.at(Path.of("users;INIT=DROP TABLE users")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("';'");
  }
}
