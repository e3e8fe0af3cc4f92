package io.pickglass.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked under a path with spaces, on a machine where only a JDK is known. */
@Timeout(180)
class ArchiveTest {
  private static final String JDK = System.getProperty("java.home");
  private static final String VERSION = System.getProperty("pickglass.version");

  @TempDir private static Path directory;
  private static Path home;

  private record Result(int code, String out, String err) {}

  @BeforeAll
  static void unpack() throws Exception {
    Path where = Files.createDirectories(directory.resolve("with some spaces"));
    Process tar =
        new ProcessBuilder("tar", "xzf", System.getProperty("pickglass.archive"))
            .directory(where.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    home = where.resolve("pickglass-" + VERSION);
  }

  private static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", JDK);
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static Path cache() {
    return directory.resolve("a cache");
  }

  private static Result pickglass(String... arguments) throws Exception {
    return pickglass(Map.of(), arguments);
  }

  private static Result pickglass(Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/pickglass").toString()));
    command.addAll(Arrays.asList(arguments));
    Path err = Files.createTempFile(directory, "err", "");
    ProcessBuilder.Redirect toFile = ProcessBuilder.Redirect.to(err.toFile());
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", JDK);
    builder.environment().put("XDG_CACHE_HOME", cache().toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(toFile).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), out, Files.readString(err));
  }

  @Test
  void itHasTheConsoleTheAgentsAndTheirConfiguration() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> home.relativize(file).toString())
                  .map(name -> name.replaceAll("^(lib/[a-z-]+)-[0-9].*", "$1"))
                  .sorted())
          .containsExactly(
              "CHANGELOG.md",
              "LICENSE",
              "agents/jmx-exporter.jar",
              "agents/jolokia-agent.jar",
              "agents/pickglass-mbeans.jar",
              "bin/find-jdk.sh",
              "bin/pickglass",
              "bin/run-program.sh",
              "bin/start-console.sh",
              "config/jmx-exporter.yaml",
              "config/jolokia-access.xml",
              "config/jolokia.properties",
              "lib/jackson-annotations",
              "lib/jackson-core",
              "lib/jackson-databind",
              "lib/jackson-dataformat-toml",
              "lib/jline",
              "lib/pickglass-mbeans",
              "lib/pickglass-repl",
              "lib/picocli");
    }
  }

  @Test
  void itSaysItsVersionAndWhatRunsHere() throws Exception {
    assertThat(pickglass("--version")).isEqualTo(new Result(0, "pickglass " + VERSION + "\n", ""));
    Result jvms = pickglass("-e", "jvms");
    assertThat(jvms.code()).as(jvms.err()).isZero();
    assertThat(jvms.out()).contains(Long.toString(ProcessHandle.current().pid()));
  }

  @Test
  void itAttachesToAProgramAndLooksAtIt() throws Exception {
    Path program = directory.resolve("Waits.java");
    Files.writeString(
        program,
        "class Waits { public static void main(String[] a) throws Exception {"
            + " System.out.println(\"ready\"); System.in.read(); } }");
    Process watched = start(List.of(JDK + "/bin/java", program.toString()));
    try {
      assertThat(watched.inputReader().readLine()).isEqualTo("ready");
      String pid = Long.toString(watched.pid());
      Result attached = pickglass("attach", pid);
      assertThat(attached.code()).as(attached.toString()).isZero();
      Result info = pickglass("-e", "info", pid);
      assertThat(info.code()).as(info.err()).isZero();
      assertThat(info.out()).containsPattern("trackingMode +EXACT");
    } finally {
      watched.destroyForcibly();
    }
  }

  @Test
  void theFirstStartAtATerminalMakesAClassArchiveThatLaterOnesUse() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no /usr/bin/script");
    String typed = "XDG_CACHE_HOME='%s' '%s'".formatted(cache(), home.resolve("bin/pickglass"));
    Process terminal = start(List.of("/usr/bin/script", "-qfec", typed, "/dev/null"));
    try {
      Path made = awaitClassArchive();
      // A JVM that is told to use one fails where it cannot.
      Map<String, String> strictly = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
      Result used = pickglass(strictly, "--version");
      assertThat(used.out()).as(used.err()).isEqualTo("pickglass " + VERSION + "\n");
      Files.write(made, new byte[] {1, 2, 3});
      assertThat(pickglass(strictly, "--version").code()).isNotZero();
      assertThat(pickglass("--version"))
          .isEqualTo(new Result(0, "pickglass " + VERSION + "\n", ""));
    } finally {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  private static Path awaitClassArchive() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (System.nanoTime() < end) {
      Path made = cache().resolve("pickglass");
      if (Files.isDirectory(made)) {
        try (Stream<Path> files = Files.list(made)) {
          Optional<Path> found = files.filter(file -> file.toString().endsWith(".aot")).findFirst();
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no class archive in " + cache());
  }

  @Test
  void aLinkToTheScriptIsAsGoodAsTheScript() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("pg"), home.resolve("bin/pickglass"));
    Process process = start(List.of(link.toString(), "--version"));
    assertThat(process.inputReader().readLine()).isEqualTo("pickglass " + VERSION);
    assertThat(process.waitFor()).isZero();
  }
}
