package io.pickglass.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs made of modules, with and without the library as one of them; and an older JDK. */
class ModulesTest {
  private static final String JAVA = System.getProperty("java.home") + "/bin/java";
  private static final Path SOURCES = Path.of("src/test/java/com/example");
  private static final Path JDK_17 = Path.of("/usr/lib/jvm/java-17-openjdk-amd64");

  @TempDir private Path directory;
  private Path jar;
  private String modules;

  @BeforeEach
  void pack() {
    jar = Libraries.agent(directory);
    modules = directory.resolve("modules").toString();
  }

  private void compile(String... arguments) {
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, Stream.of(arguments).toArray(String[]::new)))
        .isZero();
  }

  /** Makes a module of that one program, which is in the class path's tests otherwise. */
  private void module(String folder, String... sources) throws IOException {
    Path info = directory.resolve("module-info.java");
    Files.writeString(info, "module com.example { requires java.management; }");
    List<String> files =
        Stream.of(sources).map(name -> SOURCES.resolve(folder).resolve(name).toString()).toList();
    compile(
        Stream.concat(Stream.of("-d", modules, info.toString()), files.stream())
            .toArray(String[]::new));
  }

  @Test
  void aModularProgram() throws IOException {
    module("launch", "Threads.java");
    assertThat(threads(modules)).isEqualTo(new Ran(0, "1000 tasks, 1000 polls, 0 errors\n"));
  }

  @Test
  void aModularProgramOfWhichTheLibraryIsAModule() throws IOException {
    module("launch", "Threads.java");
    assertThat(threads(modules + File.pathSeparator + jar, "--add-modules", "io.pickglass"))
        .isEqualTo(new Ran(0, "1000 tasks, 1000 polls, 0 errors\n"));
  }

  private Ran threads(String path, String... options) {
    return Ran.of(
        Stream.of(
                Stream.of(JAVA, "-javaagent:" + jar, "--module-path", path),
                Stream.of(options),
                Stream.of("-m", "com.example/com.example.launch.Threads", "1000"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  /** The JDK's module for agents comes only then. */
  @Test
  void attachedToOneOfWhichTheLibraryIsAModule() throws IOException {
    module("shop", "Desk.java", "Beans.java", "Shelf.java", "Threads.java");
    try (Program program =
        Program.start(
            directory,
            List.of(
                "-XX:+EnableDynamicAgentLoading",
                "--module-path",
                modules + File.pathSeparator + jar,
                "--add-modules",
                "io.pickglass",
                "-m",
                "com.example/com.example.shop.Threads"))) {
      assertThat(program.line()).isEqualTo("open");
      program.attach(jar, "");
      assertThat(program.ask("run 100")).isEqualTo("taken 100");
      assertThat(Counts.of(program, "Threads.Taking")).isEqualTo(new Counts(100, 100, 0));
      // The JVM warns of its own module.
      assertThat(program.end().lines().filter(line -> !line.isBlank()))
          .allMatch(line -> line.startsWith("WARNING: "))
          .noneMatch(line -> line.contains("ickglass"));
    }
  }

  @Test
  void anOlderJdkRefusesInASentenceAndTheApplicationRuns() throws IOException {
    assumeTrue(Files.isDirectory(JDK_17), "there is no JDK 17 at " + JDK_17);
    String classes = directory.resolve("old").toString();
    compile("--release", "17", "-d", classes, SOURCES.resolve("launch/Old.java").toString());
    assertThat(
            Ran.of(
                JDK_17.resolve("bin/java").toString(),
                "-javaagent:" + jar,
                "-cp",
                classes,
                "com.example.launch.Old"))
        .isEqualTo(
            new Ran(
                0,
                "Pickglass needs JDK 25 or newer, and this is JDK 17: it does nothing, the"
                    + " application runs without it.\nit runs\n"));
  }
}
