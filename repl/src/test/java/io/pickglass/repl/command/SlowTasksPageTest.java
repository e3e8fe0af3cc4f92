package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.service.Service;
import io.pickglass.demo.trouble.TroubleName;
import io.pickglass.demo.trouble.Troubles;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.Tracking;
import io.pickglass.model.Verdict;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.PickglassMXBean;
import io.pickglass.mxbean.RuntimesMXBean;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.repl.Child;
import io.pickglass.repl.demo.DemoCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/**
 * Every word that docs/why-are-my-tasks-slow.md sets apart exists. That the metrics point where it
 * says is tested in the demo.
 */
@Timeout(60)
class SlowTasksPageTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");
  // Of others, and so not to be found here.
  private static final Set<String> FOREIGN = Set.of("curl", "--add-opens");

  private final Console console = new Console();

  @Test
  void everyWordIsAMetricAMonitorACommandOrANameInTheLibrary() throws Exception {
    Set<String> names = namesOfTheDemo();
    Set<String> unknown = new TreeSet<>();
    for (String word : words("why-are-my-tasks-slow.md")) {
      if (!word.startsWith("java ")
          && !isCommandOfTheDemo(word)
          && !isCommandOfTheConsole(word)
          && !isOfMetrics(word)
          && !names.contains(word)
          && !isInTheLibrary(word)
          && !FOREIGN.contains(word)) {
        unknown.add(word);
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyMetricInTheTreeOfQuestionsExists() throws IOException {
    String tree = read("why-are-my-tasks-slow.md").split("```")[1];
    List<String> metrics =
        Pattern.compile("\\w+(Count|Nanos|Ratio)\\b")
            .matcher(tree)
            .results()
            .map(found -> found.group())
            .toList();
    assertThat(metrics).hasSizeGreaterThan(5).allMatch(SlowTasksPageTest::isMetric);
  }

  @Test
  void theCommandsOfTheConsoleInThePageOfMetricsExist() throws IOException {
    List<String> names = console.commands().names();
    assertThat(words("metrics.md"))
        .filteredOn(word -> names.contains(word.split(" ")[0]))
        .contains("info", "show NAME --since -60")
        .allMatch(this::isCommandOfTheConsole);
  }

  @Test
  void theHelpOfTheDemoNamesEveryTrouble() {
    assertThat(new CommandLine(new DemoCommand()).getUsageMessage().replaceAll("\\s+", " "))
        .contains(": " + TroubleName.labels() + ".");
  }

  @Test
  void theCommandThatLacksAnOptionShowsTheTrackingModeTask() throws Exception {
    assumeTrue(
        Files.isRegularFile(HOME.resolve("demo/target/pickglass-demo.jar"))
            && Files.isDirectory(HOME.resolve("demo/target/lib")),
        "the demo is not packaged: `mvn package` does");
    String line =
        words("why-are-my-tasks-slow.md").stream()
            .filter(word -> word.startsWith("java "))
            .collect(Collectors.joining());
    List<String> command = new ArrayList<>(Words.commands(line.replace(";", "")).getFirst());
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--port", "0", "--duration", "0", "--stop-on-eof"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process demo = builder.start();
    try (BufferedReader out = demo.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("service ");
      Child.Result info = Child.pickglass("-e", "info", Long.toString(demo.pid()));
      assertThat(info.out())
          .containsPattern("trackingMode +TASK\n")
          .containsPattern("trackingModeReason .*--add-opens");
    } finally {
      demo.destroyForcibly().waitFor();
    }
  }

  private static boolean isCommandOfTheDemo(String word) {
    if (!word.startsWith("./pickglass demo")) {
      return false;
    }
    String[] arguments = word.replace("./pickglass demo", "").strip().split(" +");
    List<String> given = Arrays.stream(arguments).filter(a -> !a.isEmpty()).toList();
    new CommandLine(new DemoCommand()).parseArgs(given.toArray(String[]::new));
    int trouble = given.indexOf("--trouble");
    return trouble < 0
        || Arrays.stream(given.get(trouble + 1).split(","))
            .allMatch(label -> TroubleName.labelled(label).isPresent());
  }

  private boolean isCommandOfTheConsole(String word) {
    List<String> words = List.of(word.split(" "));
    if (!console.commands().names().contains(words.getFirst())) {
      return false;
    }
    if (words.size() > 1) { // else it is only spoken of
      console.commands().find(words.getFirst()).parseArgs(arguments(words));
    }
    return true;
  }

  private static String[] arguments(List<String> words) {
    return words.stream()
        .skip(1)
        .map(argument -> argument.matches("[AB]") ? "1" : argument)
        .map(Span::protect)
        .toArray(String[]::new);
  }

  private static boolean isOfMetrics(String word) {
    return Arrays.stream(word.split(" ÷ ")).allMatch(SlowTasksPageTest::isMetric);
  }

  private static boolean isMetric(String name) {
    return TaskMetric.named(name).isPresent() || RuntimeMetric.named(name).isPresent();
  }

  private static boolean isInTheLibrary(String word) {
    Stream<String> names =
        Stream.of(
                Stream.of(PickglassMXBean.class.getMethods())
                    .map(method -> method.getName().replaceFirst("^(get|is)", "")),
                Stream.of(TaskMonitor.class.getMethods()).map(Method::getName),
                Stream.of(Pickglass.class.getMethods())
                    .map(method -> "Pickglass." + method.getName()),
                Stream.of(Tracking.Mode.values()).map(Enum::name),
                Stream.of(RuntimesMXBean.class, TaskMonitorMBean.class)
                    .flatMap(bean -> Stream.of(bean.getMethods()))
                    .map(method -> method.getName().replaceFirst("^(get|is)", "")),
                Stream.of(SlowPoll.class, SlowPollReport.class)
                    .flatMap(type -> Stream.of(type.getRecordComponents()))
                    .map(RecordComponent::getName),
                Stream.of(Verdict.values()).map(Verdict::text),
                Stream.of(ObjectNames.PICKGLASS, ObjectNames.RUNTIMES)
                    .map(ObjectName::getCanonicalName))
            .flatMap(all -> all);
    return names.anyMatch(word.replaceFirst("\\(\\w+\\)$", "")::equals);
  }

  /** The monitors and runtimes of the service, and the monitor that a trouble makes. */
  private static Set<String> namesOfTheDemo() throws Exception {
    Pickglass.start();
    try (Database database = Database.inMemory();
        Troubles troubles = new Troubles(database.pool());
        Service service = Service.start(0, database, troubles, notice -> {})) {
      troubles.all().forEach(trouble -> trouble.turn(true));
      assertThat(service.uri()).isNotNull();
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      Set<String> names =
          new TreeSet<>(List.of((String[]) server.getAttribute(ObjectNames.PICKGLASS, "Monitors")));
      names.addAll(List.of((String[]) server.getAttribute(ObjectNames.RUNTIMES, "Runtimes")));
      return names;
    } finally {
      Pickglass.stop();
    }
  }

  private static List<String> words(String page) throws IOException {
    return WORD.matcher(read(page).replaceAll("(?s)```.*?```", ""))
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  private static String read(String page) throws IOException {
    return Files.readString(HOME.resolve("docs").resolve(page));
  }
}
