package io.pickglass.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.launch.Library;
import com.example.launch.SecondCopy;
import com.example.launch.Threads;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which programs are launched. None of them changes what the agent sees, or says. */
class LaunchTest {
  private static final String CLASSES = Libraries.with();
  private static final Ran ALL_SEEN = new Ran(0, "1000 tasks, 1000 polls, 0 errors\n");
  private static final String JAVA = System.getProperty("java.home") + "/bin/java";

  @TempDir private Path directory;
  private String agent;

  @BeforeEach
  void pack() {
    agent = "-javaagent:" + Libraries.agent(directory);
  }

  private static Ran threads(int count, String... options) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", CLASSES, Threads.class.getName(), Integer.toString(count)));
    return Ran.of(Map.of(), command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+DisableAttachMechanism",
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseZGC",
        "-XX:+UseCompactObjectHeaders",
        "-Djdk.virtualThreadScheduler.parallelism=1 -Djdk.virtualThreadScheduler.maxPoolSize=1",
        // It would end the JVM if class-data sharing were given up.
        "-Xshare:on",
        // All that the JVM would warn of.
        "-Xlog:all=warning",
        "-XX:-UsePerfData -Duser.home=/nowhere",
      })
  void withTheseOptions(String options) {
    assertThat(threads(1_000, (agent + " " + options).split(" "))).isEqualTo(ALL_SEEN);
  }

  @Test
  void amongAMillionThreadsNoneIsLost() {
    assertThat(threads(1_000_000, agent))
        .isEqualTo(new Ran(0, "1000000 tasks, 1000000 polls, 0 errors\n"));
  }

  @Test
  void withoutADirectoryToWriteTo() {
    Path nowhere = Path.of("/proc/none");
    Ran ran =
        Ran.of(
            Map.of("TMPDIR", nowhere.toString(), "HOME", nowhere.toString()),
            List.of(
                JAVA,
                "-Djava.io.tmpdir=" + nowhere,
                "-XX:-UsePerfData",
                agent,
                "-cp",
                CLASSES,
                Threads.class.getName(),
                "1000"));
    assertThat(ran)
        .isEqualTo(
            new Ran(0, "WARNING: java.io.tmpdir directory does not exist\n" + ALL_SEEN.printed()));
  }

  @Test
  void inAnImageOfThreeModules() {
    Path image = directory.resolve("image");
    String home = System.getProperty("java.home");
    assertThat(
            Ran.of(
                home + "/bin/jlink",
                "--add-modules",
                "java.base,java.management,java.instrument",
                "--output",
                image.toString()))
        .isEqualTo(new Ran(0, ""));
    assertThat(
            Ran.of(
                image.resolve("bin/java").toString(),
                agent,
                "-cp",
                CLASSES,
                Threads.class.getName(),
                "1000"))
        .isEqualTo(ALL_SEEN);
  }

  /** With it, the cache must be used: without, the JVM would not start. */
  @Test
  void withACacheTrainedWithTheAgent() {
    String jar = jar();
    String cache = directory.resolve("app.aot").toString();
    String[] program = {"-cp", jar, Threads.class.getName(), "1000"};
    assertThat(Ran.of(command(program, agent, "-XX:AOTCacheOutput=" + cache)).exit()).isZero();
    Ran ran = Ran.of(command(program, agent, "-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
    assertThat(ran).isEqualTo(ALL_SEEN);
  }

  private static String[] command(String[] program, String... options) {
    return Stream.of(Stream.of(JAVA), Stream.of(options), Stream.of(program))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  private String jar() {
    String jar = directory.resolve("app.jar").toString();
    assertThat(
            Ran.of(
                System.getProperty("java.home") + "/bin/jar",
                "--create",
                "--file",
                jar,
                "-C",
                CLASSES,
                "com/example/launch"))
        .isEqualTo(new Ran(0, ""));
    return jar;
  }

  @Test
  void inAProgramThatWatchesSomeOfItsThreadsItself() {
    String classPath = CLASSES + File.pathSeparator + Libraries.agent(directory);
    assertThat(Ran.of(JAVA, agent + "=group=class", "-cp", classPath, Library.class.getName()))
        .isEqualTo(new Ran(0, "EXACT\n{Library=100, orders=100}\n"));
  }

  /** It is not open to the second, which is in another unnamed module, so that knows less. */
  @Test
  void besideASecondCopyOfTheLibrary() {
    String jar = Libraries.agent(directory).toString();
    assertThat(Ran.of(JAVA, agent, "-cp", CLASSES, SecondCopy.class.getName(), jar))
        .isEqualTo(
            new Ran(
                0,
                """
                TASK
                another copy of Pickglass (VERSION) came first in this process, in another class loader:\
                 its numbers and ours stand side by side, the MBeans of which there is one are its;\
                 put the library where both find it
                100 100
                0 errors
                true
                """));
  }

  @Test
  void withCoverageByJacocoBeforeAndAfterIt() {
    String jacoco =
        "-javaagent:" + Libraries.one("jacoco.agent") + "=destfile=" + directory + "/jacoco.exec";
    assertThat(threads(1_000, jacoco, agent)).isEqualTo(ALL_SEEN);
    assertThat(threads(1_000, agent, jacoco)).isEqualTo(ALL_SEEN);
    assertThat(directory.resolve("jacoco.exec"))
        .satisfies(file -> assertThat(Files.size(file)).isPositive());
  }

  /** It changes executors with Byte Buddy; the rest of it is left out, for it starts slowly. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withTracesByOpenTelemetryBeforeAndAfterIt(boolean before) {
    String other = "-javaagent:" + Libraries.one("opentelemetry-javaagent");
    Ran ran =
        threads(
            1_000,
            before ? other : agent,
            before ? agent : other,
            "-XX:TieredStopAtLevel=1",
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-Dotel.instrumentation.common.default-enabled=false",
            "-Dotel.instrumentation.executors.enabled=true");
    assertThat(ran.exit()).isZero();
    assertThat(ran.printed().lines().toList())
        .satisfiesExactly(
            ofJvm -> assertThat(ofJvm).contains("bootstrap classpath has been appended"),
            ofOther -> assertThat(ofOther).contains("opentelemetry-javaagent - version"),
            ofProgram -> assertThat(ofProgram).isEqualTo(ALL_SEEN.printed().strip()));
  }
}
