package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Watched;
import io.pickglass.repl.series.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What was shown, for programs; its fields are a contract, which docs/output.md writes down. */
@Timeout(120)
class ExportTest {
  @TempDir private Path directory;
  private static Watched watched;
  private final Console console = new Console();

  @BeforeAll
  static void start() {
    watched = Watched.startWithPools();
    Console first = new Console();
    first.session().connect(Long.toString(watched.pid()));
    assertThat(first.run("tail orders --count 3 --fields pollCount")).isZero();
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  @BeforeEach
  void connect() {
    console.session().connect(Long.toString(watched.pid()));
  }

  private List<String> lines(String command) {
    console.lines().clear();
    assertThat(console.run(command)).as(command + console.errors()).isZero();
    return List.copyOf(console.lines());
  }

  @Test
  void whatWasShownIsExportedAsItWasThen() {
    lines("tail orders users.insert --last 2 --count 1 --fields pollCount,busyRatio");
    List<String> json = lines("export json");
    assertThat(json).hasSize(2).allMatch(line -> line.contains("\"scope\":\"interval\""));
    assertThat(lines("export json")).isEqualTo(json);
    List<String> csv = lines("export csv");
    assertThat(csv.get(0))
        .isEqualTo("monitor,sequence,start,elapsedNanos,pollCount,busyRatio,enabled,scope");
    assertThat(csv).hasSize(3);
    assertThat(lines("export openmetrics"))
        .contains("# TYPE pickglass_task_polls_interval gauge")
        .last()
        .isEqualTo("# EOF");
  }

  @Test
  void aCommandIsExportedWithoutShowingIt() throws IOException {
    Path file = directory.resolve("a.csv");
    assertThat(lines("export --to " + file + " csv monitors --interval --sort live")).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(1 + 3);
    assertThat(lines("export openmetrics show orders"))
        .contains(
            "# TYPE pickglass_task_polls counter",
            "# UNIT pickglass_task_mean_poll_seconds seconds")
        .anyMatch(line -> line.matches("pickglass_task_polls_total\\{monitor=\"orders\"} \\d+"));
    assertThat(lines("set output csv; workers runtime:mail; set output text"))
        .first()
        .asString()
        .startsWith("runtime,index,threadName,");
  }

  @Test
  void aPictureIsExportedAsItWasDrawn() throws IOException {
    assertThat(lines("plot pollCount orders"))
        .last()
        .asString()
        .matches(" +\\d\\d:.*Z +\\d\\d:.*Z");
    Path file = directory.resolve("a.svg");
    lines("export --to " + file + " svg");
    assertThat(file).content().startsWith("<svg xmlns=").contains("pollCount of orders");
    assertThat(lines("hist orders poll --last 3").getFirst())
        .startsWith("polls of orders, last 3 intervals: ");
    assertThat(lines("export json").getFirst()).contains("\"bucket\":\"≤ ");
    assertThat(lines("plot queueDepth --spark")).hasSize(1 + 3);
    lines("monitors");
    assertThat(console.run("export svg")).isEqualTo(ExitCode.FAILED);
    assertThat(console.errors().getLast()).startsWith("what was shown last is no picture");
  }

  @Test
  void whatCannotBeExportedIsSaid() {
    assertThat(console.run("export json")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("export xml")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("export csv export json")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("export csv show nope")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("export openmetrics info")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("export --to /nowhere/a csv info")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("plot nope")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("hist orders queueDepth")).isEqualTo(ExitCode.USAGE);
    assertThat(console.errors()).hasSize(9).allMatch(sentence -> sentence.length() > 30);
  }

  /** A field that is not in the page, or not in the answer, breaks somebody's program. */
  @Test
  void theFieldsAreThoseOfThePage() throws IOException {
    Map<String, Set<String>> page = new TreeMap<>();
    Matcher row =
        Pattern.compile("^\\| `([^`|]+)` \\| (.*) \\|$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../docs/output.md")));
    while (row.find()) {
      Set<String> fields = new TreeSet<>();
      Matcher field = Pattern.compile("`(\\w+)`").matcher(row.group(2));
      while (field.find()) {
        fields.add(field.group(1));
      }
      page.put(row.group(1), fields);
    }
    assertThat(page).hasSizeGreaterThan(8);
    Map<String, Set<String>> real = new TreeMap<>();
    for (String command : page.keySet()) {
      real.put(command, fields(lines("set output json; " + command)));
    }
    assertThat(real).isEqualTo(page);
  }

  private static Set<String> fields(List<String> lines) {
    Set<String> fields = new TreeSet<>();
    for (String line : lines) {
      JsonMapper.builder()
          .build()
          .readValue(line, Map.class)
          .keySet()
          .forEach(name -> fields.add(String.valueOf(name)));
    }
    // Metrics are named in docs/metrics.md and docs/runtime-metrics.md.
    Subject.MONITOR.metrics().forEach(m -> fields.remove(m.metricName()));
    Subject.RUNTIME.metrics().forEach(m -> fields.remove(m.metricName()));
    return fields;
  }
}
