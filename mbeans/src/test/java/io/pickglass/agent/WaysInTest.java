package io.pickglass.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that names its monitors itself has the same numbers, whichever way the library came.
 */
class WaysInTest {
  private static final String PROGRAM = "io.pickglass.conformance.TaskModeProgram";
  private static final Map<String, String> SEEN =
      Map.of(
          "mode", "EXACT",
          "tasks.instrumentedCount", "3",
          "tasks.endedCount", "3",
          "tasks.failedCount", "1",
          "tasks.pollCount", "5",
          "tasks.selfWakeCount", "1",
          "tasks.liveCount", "0",
          "sections.pollCount", "2",
          "sections.idleCount", "1");

  @TempDir private Path directory;

  private static Map<String, String> of(Properties printed) {
    Map<String, String> seen = new TreeMap<>();
    SEEN.keySet().forEach(key -> seen.put(key, printed.getProperty(key)));
    return seen;
  }

  @Test
  void asALibraryWithAnOption() {
    assertThat(of(ChildJvm.run(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"), PROGRAM)))
        .isEqualTo(SEEN);
  }

  @Test
  void asALibraryWithALineInTheManifest() throws IOException {
    Path jar = directory.resolve("program.jar");
    Manifest manifest = new Manifest();
    Attributes lines = manifest.getMainAttributes();
    lines.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    lines.put(Attributes.Name.MAIN_CLASS, PROGRAM);
    lines.putValue("Add-Opens", "java.base/java.lang");
    lines.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(path -> Path.of(path).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    assertThat(of(ChildJvm.run("", List.of("-jar"), jar.toString()))).isEqualTo(SEEN);
  }

  @Test
  void asAnAgentThatFindsTheLibraryInTheProgram() {
    assertThat(of(ChildJvm.run(List.of("-javaagent:" + AgentJar.in(directory)), PROGRAM)))
        .isEqualTo(SEEN);
  }
}
