package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import io.pickglass.repl.jshell.Snippets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
public class JShellTest {
  // Where a snippet can reach it.
  public static volatile CountDownLatch running = new CountDownLatch(1);
  private static final String SAYS_THAT_IT_RUNS =
      JShellTest.class.getName() + ".running.countDown(); ";
  private static Watched watched;

  private final Console console = new Console();

  @BeforeAll
  static void start() {
    watched = Watched.start();
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  private void connect() {
    assertThat(console.run("connect " + watched.pid())).as("" + console.errors()).isZero();
    console.lines().clear();
  }

  @Test
  void theTargetsNumbersAreInScopeAsTypedObjects() {
    connect();
    String[] snippets = {
      "monitor(\"orders\").name()",
      "monitors().stream().map(m -> m.name()).filter(n -> n.contains(\".\")).toList()",
      "monitor(\"orders\").metrics().get(POLL_COUNT) > 0",
      "intervals(\"orders\").stream().allMatch(i -> i.monitor().equals(\"orders\"))",
      "tasks(\"limit 1\").size()",
      "mbeans(\"java.lang:type=Memory\").getFirst()",
      "get(\"java.lang:type=Memory\", \"Verbose\")",
    };
    assertThat(console.run("jshell '" + String.join("' '", snippets) + "'"))
        .as("" + console.lines())
        .isZero();
    assertThat(console.lines().stream().map(line -> line.replaceFirst("^\\$\\d+ ==> ", "")))
        .containsExactly(
            "\"orders\"",
            "[users.insert]",
            "true",
            "true",
            "1",
            "\"java.lang:type=Memory\"",
            "false");
  }

  @Test
  void variablesAreKeptUntilReset() {
    typed("int kept = 41;", "/vars", "/exit", "never read");
    typed("kept + 1", "/reset", "kept");
    assertThat(console.lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("kept ==> 41"),
            line -> assertThat(line).isEqualTo("int kept = 41"),
            line -> assertThat(line).endsWith(" ==> 42"),
            line -> assertThat(line).isEqualTo("|  Error:"),
            line -> assertThat(line).isEqualTo("|  cannot find symbol"),
            line -> assertThat(line).isEqualTo("|    symbol:   variable kept"),
            line -> assertThat(line).isEqualTo("|  kept"),
            line -> assertThat(line).isEqualTo("|  ^--^"));
  }

  @Test
  void declarationsAndExceptionsAreToldAsJShellDoes() {
    typed(
        "int f(int a) { return g(a); }",
        "int g(int a) { return a / 0; }",
        "f(1)",
        "record R(int a) {}",
        "throw new IllegalStateException(\"no\", new RuntimeException())",
        "/nonsense");
    assertThat(console.lines().stream().map(line -> line.replaceAll("#\\d+", "#")))
        .containsExactly(
            "|  created method f(int), however, it cannot be invoked until method g(int) is"
                + " declared",
            "|  created method g(int)",
            "|  Exception java.lang.ArithmeticException: / by zero",
            "|        at g (#:1)",
            "|        at f (#:1)",
            "|        at (#:1)",
            "|  created record R",
            "|  Exception java.lang.IllegalStateException: no",
            "|        at (#:1)",
            "|  Caused by: Exception java.lang.RuntimeException",
            "|        at (#:1)");
    assertThat(console.errors())
        .containsExactly("there are /exit, /help, /reset and /vars; all else is Java");
  }

  private void typed(String... lines) {
    Queue<String> left = new ArrayDeque<>(List.of(lines));
    console.session().typed().snippets(_ -> left.poll());
    assertThat(console.run("jshell")).isZero();
  }

  @Test
  void aSnippetThatRunsIsStoppedAndTheNextOneRuns() throws Exception {
    for (String endless : List.of("while (true) {}", "Thread.sleep(1000000)")) {
      try (Snippets shell = new Snippets()) {
        assertThat(shell.run("int kept = 1;").isFine()).isTrue();
        running = new CountDownLatch(1);
        Thread asking = Thread.ofPlatform().start(() -> shell.run(SAYS_THAT_IT_RUNS + endless));
        running.await();
        asking.interrupt();
        asking.join();
        assertThat(shell.run("kept").isFine()).isTrue();
      }
    }
  }

  @Test
  void aSnippetIsStoppedBeforeItBegins() {
    try (Snippets shell = new Snippets()) {
      Thread.currentThread().interrupt();
      shell.run("while (true) {}");
      assertThat(shell.run("1").isFine()).isTrue();
    }
  }

  @Test
  void wordsAndSignaturesComeFromJShell() {
    try (Snippets shell = new Snippets()) {
      assertThat(shell.complete("monit", 5).words()).containsExactly("monitor(", "monitors()");
      assertThat(shell.complete("int x = 1 + inter", 17).from()).isEqualTo(12);
      assertThat(shell.documentation("workers(", 8))
          .containsExactly("List<Worker> io.pickglass.repl.jshell.Scope.workers(String runtime)");
      assertThat(shell.goesOn("for (;;) {")).isTrue();
      assertThat(shell.goesOn("1 + 1")).isFalse();
    }
  }

  @Test
  void whereNobodyTypesAndNothingIsGivenTheReasonIsSaid() {
    assertThat(console.run("jshell")).isEqualTo(ExitCode.USAGE);
    assertThat(console.errors())
        .containsExactly(
            "nobody can type here: give snippets, such as `jshell 'monitors().size()'`");
  }

  @Test
  void aSnippetThatFailsEndsAScriptWithOne() {
    assertThat(console.run("jshell 'nonsense' '1'")).isEqualTo(ExitCode.FAILED);
    assertThat(console.errors()).containsExactly("the snippet failed: nonsense");
  }

  @Test
  void theStartUpScriptWorksInAPlainJShell(@TempDir Path directory) {
    connect();
    Path script = directory.resolve("pickglass.jsh");
    assertThat(console.run("jshell --script " + script)).isZero();
    Child.Result result =
        Child.run(
            "System.out.println(\"name \" + monitor(\"orders\").name())\n",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
                "-s",
                "--startup",
                script.toString()));
    assertThat(result.out()).as(result.err()).contains("name orders");
  }

  @Test
  void nothingOfJShellIsLoadedBeforeItIsAskedFor() {
    List<String> command = Child.command();
    command.addAll(1, List.of("-Xlog:class+load:stdout"));
    command.addAll(List.of("-e", "help; jshell --help"));
    assertThat(Child.run("", command).lines())
        .anyMatch(line -> line.contains("JShellCommand"))
        .noneMatch(line -> line.contains(" jdk.jshell.JShell "));
  }
}
