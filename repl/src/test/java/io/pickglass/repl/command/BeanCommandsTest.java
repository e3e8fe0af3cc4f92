package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Watched;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any MBean of a process in which Pickglass is not, and of one in which it is, over all wires. */
class BeanCommandsTest {
  private static Watched without;
  private static Watched with;

  private final Console console = new Console();

  @BeforeAll
  static void start() {
    without = Watched.startWithout();
    with = Watched.start();
  }

  @AfterAll
  static void stop() {
    without.close();
    with.close();
  }

  @AfterEach
  void close() {
    console.session().close();
  }

  private List<String> run(String line) {
    console.lines().clear();
    console.errors().clear();
    assertThat(console.run(line)).as(console.errors().toString()).isZero();
    return List.copyOf(console.lines());
  }

  @Test
  void aTargetWithoutPickglassSaysWhatIsMissingAndAnswersTheRest() {
    run("connect " + without.pid());
    assertThat(console.notes())
        .containsExactly(
            "connected to process %d, which has no Pickglass: `mbeans`, `describe`, `get`, `set` and `invoke` work, for the rest `attach %d` puts its agent in"
                .formatted(without.pid(), without.pid()));
    assertThat(run("mbeans java.lang:type=M*")).containsExactly("java.lang:type=Memory");
    assertThat(run("mbeans memorypool")).isNotEmpty().allMatch(name -> name.contains("MemoryPool"));
    assertThat(run("get Runtime SpecVersion")).containsExactly("25");
    assertThat(console.run("monitors")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.errors()).singleElement().asString().contains("has no Pickglass");
    assertThat(run("get Runtime SpecVersion")).containsExactly("25");
  }

  @Test
  void valuesAreShownAsTheyAreShaped() {
    run("connect " + without.pid());
    assertThat(run("get type=Memory HeapMemoryUsage"))
        .extracting(line -> line.split(" ")[0])
        .containsExactly("committed", "init", "max", "used");
    assertThat(run("get type=Memory HeapMemoryUsage.used"))
        .singleElement()
        .asString()
        .matches("\\d+");
    assertThat(run("get type=Memory"))
        .contains("HeapMemoryUsage")
        .anyMatch(l -> l.startsWith("  used "));
    assertThat(run("invoke Threading dumpAllThreads false false"))
        .anyMatch(line -> line.matches("1 of \\d+"))
        .anyMatch(line -> line.matches("  threadName +main"));
    assertThat(run("describe type=Memory"))
        .startsWith("java.lang:type=Memory")
        .contains("  boolean Verbose (can be set)", "  void gc()");
    assertThat(run("set output json; get type=Memory Verbose"))
        .containsExactly(
            "{\"mbean\":\"java.lang:type=Memory\",\"attributes\":{\"Verbose\":false}}");
  }

  @Test
  void attributesAreSetWhereTheWireLetsUs() {
    run("connect " + without.hostAndPort());
    assertThat(run("set Threading ThreadCpuTimeEnabled false"))
        .containsExactly("ThreadCpuTimeEnabled is false");
    assertThat(run("get Threading ThreadCpuTimeEnabled")).containsExactly("false");
    assertThat(run("invoke type=Memory gc")).isEmpty();
    assertThat(console.notes()).contains("done; it returned nothing");
  }

  @Test
  void overJolokiaThePolicyDecides() {
    run("connect " + with.jolokiaUrl());
    assertThat(run("mbeans type=Sampler")).containsExactly("pickglass:type=Sampler");
    assertThat(run("get type=Sampler IntervalMillis")).containsExactly("1000");
    assertThat(run("get java.lang:type=Memory HeapMemoryUsage.used"))
        .singleElement()
        .asString()
        .matches("\\d+");
    assertThat(run("invoke pickglass:type=Tasks list 'limit 1'")).isNotEmpty();
    for (String write :
        List.of("set type=Sampler HistoryLength 5", "invoke java.lang:type=Memory gc")) {
      console.errors().clear();
      assertThat(console.run(write)).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(console.errors())
          .singleElement()
          .asString()
          .contains(
              "does not let us change anything, as Jolokia should be set up: connect over JMX");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get nosuchbean   | 1 | no MBean has `nosuchbean` in its name: `mbeans` lists all",
        "get Memori       | 1 | no MBean has `Memori` in its name: did you mean `Memory`",
        "get MemoryPool   | 1 | MBeans have `MemoryPool` in their names: give one of `java.lang:",
        "get type=Memory HeapMemory | 1 | java.lang:type=Memory has no attribute `HeapMemory`: did you mean `HeapMemoryUsage`? `describe` lists all",
        "get type=Memory HeapMemoryUsage.usd | 1 | `HeapMemoryUsage` of java.lang:type=Memory has no item `usd`",
        "get Runtime BootClassPath | 1 | `BootClassPath` of java.lang:type=Runtime cannot be read: Boot class path mechanism is not supported",
        "set type=Memory Verbose maybe | 1 | `Verbose` of java.lang:type=Memory: `maybe` is no boolean: give true or false",
        "set type=Memory HeapMemoryUsage 1 | 1 | `HeapMemoryUsage` of java.lang:type=Memory cannot be set: it can only be read",
        "invoke Threading getThreadInfo x | 1 | no operation `getThreadInfo` takes these arguments: there is",
        "mbeans nosuch    | 1 | no MBean matches `nosuch`: there are",
        "use nosuch       | 1 | no open targets are called `nosuch`: open are `",
        "alias quit x     | 2 | `quit` is a command of the console: give another name",
        "alias nosuch     | 1 | there is no alias `nosuch`: `alias` lists all",
      })
  void aMistakeIsOneSentence(String line, int code, String sentence) {
    run("connect " + without.pid());
    assertThat(console.run(line)).isEqualTo(code);
    assertThat(console.errors()).singleElement().asString().contains(sentence);
    assertThat(console.lines()).isEmpty();
  }

  @Test
  void severalTargetsStayOpenAndUseGoesBack() {
    run("connect " + without.pid());
    run("connect --as live " + with.hostAndPort());
    assertThat(run("monitors")).anyMatch(line -> line.startsWith("orders"));
    run("set output json");
    // The version of a build, or development where classes were not made into a jar.
    assertThat(
            run("targets").stream().map(line -> line.replaceAll("Pickglass [^ ,]+,", "Pickglass,")))
        .containsExactly(
            "{\"target\":\"%d\",\"at\":\"process %d\",\"state\":\"without Pickglass\",\"present\":false}"
                .formatted(without.pid(), without.pid()),
            "{\"target\":\"live\",\"at\":\"%s\",\"state\":\"Pickglass, EXACT\",\"present\":true}"
                .formatted(with.hostAndPort()));
    run("use " + without.pid());
    assertThat(console.session().targetName()).hasValue("process " + without.pid());
    run("disconnect");
    assertThat(console.notes()).endsWith("commands ask live now");
    assertThat(console.session().targetName()).hasValue("live");
  }

  @Test
  void aliasesStandForCommandsAndTakeWhatFollows() {
    run("connect " + without.pid());
    run("alias spec 'get Runtime SpecVersion'; alias both 'spec; get type=Memory'");
    assertThat(run("both Verbose")).containsExactly("25", "false");
    assertThat(run("alias"))
        .containsExactly(
            "both         spec; get type=Memory", "spec         get Runtime SpecVersion");
    run("alias again 'again'; alias a 'b'; alias b 'a'");
    for (String line : List.of("again", "a")) {
      console.errors().clear();
      assertThat(console.run(line)).isEqualTo(ExitCode.USAGE);
      assertThat(console.errors())
          .singleElement()
          .asString()
          .startsWith("unknown command `" + line);
    }
    run("alias both --remove");
    assertThat(console.run("both")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void mbeansAttributesAndOperationsAreCompleted() {
    run("connect " + without.pid());
    Completion completion = new Completion(console.commands());
    assertThat(values(completion, "get ")).doesNotContain("java.lang:type=Memory");
    console.session().known().refreshBeans(List.of("type=Memory"));
    console.session().known().refreshBeans(List.of("Threading"));
    assertThat(values(completion, "get ")).contains("java.lang:type=Memory");
    assertThat(values(completion, "get type=Memory "))
        .containsExactlyInAnyOrder(
            "HeapMemoryUsage",
            "NonHeapMemoryUsage",
            "ObjectPendingFinalizationCount",
            "ObjectName",
            "Verbose");
    assertThat(values(completion, "set type=Memory ")).containsExactly("Verbose");
    assertThat(values(completion, "invoke type=Memory ")).containsExactly("gc");
    assertThat(values(completion, "invoke Threading "))
        .contains("findDeadlockedThreads", "getThreadInfo(long,int)");
    assertThat(values(completion, "use ")).containsExactly("" + without.pid());
  }

  private static List<String> values(Completion completion, String line) {
    return completion.at(line).stream().map(Completion.Candidate::value).toList();
  }
}
