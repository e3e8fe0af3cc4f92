package io.pickglass.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Jdbc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A virtual thread for each query of a database, through a pool of connections. */
class JdbcTest {
  private static final int QUERIES = 400;
  // 3 + 6 + 9 + ...
  private static final String SUM = Integer.toString(3 * QUERIES * (QUERIES + 1) / 2);

  @TempDir private Path directory;

  private Program start(String... options) {
    List<String> program =
        List.of(
            "-cp",
            Libraries.with("/com/zaxxer/", "/com/h2database/", "/org/slf4j/"),
            Jdbc.class.getName());
    Program started =
        Program.start(directory, Stream.concat(Stream.of(options), program.stream()).toList());
    assertThat(started.line()).isEqualTo("open");
    return started;
  }

  private static void check(Program program, String way) {
    assertThat(program.ask("run 8")).isEqualTo("108");
    String name = monitorOfQueries(program);
    Counts before = Counts.of(program, name);
    assertThat(program.ask("run " + QUERIES)).isEqualTo(SUM);
    assertThat(Counts.of(program, name).since(before)).isEqualTo(new Counts(QUERIES, QUERIES, 0));
    assertThat(Seen.rows())
        .contains(
            Seen.row(
                "H2 behind HikariCP",
                way,
                QUERIES + " queries, a virtual thread each",
                "`" + name.replaceAll("\\d+$", "LINE") + "`: a task per query"));
    assertThat(program.ask("library InternalErrorCount")).isEqualTo("0");
    assertThat(program.end()).isEmpty();
  }

  // Its name ends with its line.
  private static String monitorOfQueries(Program program) {
    program.ask("tick");
    Map<String, String> counts = new TreeMap<>(program.counts());
    counts.keySet().removeIf(name -> !name.startsWith("Jdbc.sum-"));
    assertThat(counts).hasSize(1);
    return counts.keySet().iterator().next();
  }

  @Test
  void fromTheStart() {
    try (Program program = start("-javaagent:" + Libraries.agent(directory))) {
      check(program, "at start");
    }
  }

  @Test
  void whoWaitsForAConnectionIsListedSo() {
    try (Program program = start("-javaagent:" + Libraries.agent(directory))) {
      program.ask("tick");
      assertThat(program.ask("crowd 7")).isEqualTo("waiting");
      String all =
          "\\[HikariDataSource HikariDataSource.getConnection"
              + " com.example.shop.Jdbc.price\\(Jdbc.java:\\d+\\) 7]";
      String waits = "";
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!waits.matches(all) && System.nanoTime() < end) {
        waits = program.ask("waits connection");
      }
      assertThat(waits).matches(all);
      assertThat(program.ask("crowd 0")).isEqualTo("84");
      assertThat(program.ask("waits connection")).isEqualTo("[]");
    }
  }

  @Test
  void attachedInTheMiddleOfItsLoad() throws Exception {
    try (Program program = start("-XX:+EnableDynamicAgentLoading")) {
      // It asks while the agent comes; what it has asked before is not seen.
      Thread attaching =
          Thread.ofPlatform().start(() -> program.attach(Libraries.agent(directory), ""));
      while (attaching.isAlive()) {
        assertThat(program.ask("run " + QUERIES)).isEqualTo(SUM);
      }
      attaching.join();
      check(program, "attached under load");
    }
  }
}
