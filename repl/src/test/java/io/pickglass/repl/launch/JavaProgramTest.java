package io.pickglass.repl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaProgramTest {
  @TempDir private Path directory;

  private Path java(String directory) throws IOException {
    Path java = Files.createDirectories(this.directory.resolve(directory)).resolve("java");
    Files.createFile(java);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return java.toRealPath();
  }

  @Test
  void aWordIsLookedForAsAShellDoesAndLinksAreFollowed() throws IOException {
    Path first = java("jdk/bin");
    java("other/bin");
    Path links = Files.createDirectory(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), first);
    String path = "/no/such:" + links + ":" + directory + "/other/bin";
    assertThat(JavaProgram.find("java", path)).isEqualTo(Optional.of(new JavaProgram(first)));
    assertThat(JavaProgram.find(links + "/java", "")).contains(new JavaProgram(first));
    assertThat(JavaProgram.find("java", "/no/such")).isEmpty();
    assertThat(JavaProgram.find(links + "/../java", path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jdk/bin, jdk/release, 'JAVA_VERSION=\"25.0.3\"', 25",
    "jdk/bin, jdk/release, 'IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_402\"\n', 8",
    "jdk/jre/bin, jdk/release, 'JAVA_VERSION=\"1.8.0_402\"', 8",
    "jdk/bin, jdk/release, 'JAVA_VERSION=\"26-ea\"', 26",
    "jdk/bin, jdk/release, 'nothing', -1",
    "jdk/bin, elsewhere, 'JAVA_VERSION=\"25\"', -1",
  })
  void itsInstallationTellsTheVersion(String bin, String release, String text, int version)
      throws IOException {
    Path java = java(bin);
    Files.writeString(directory.resolve(release), text);
    OptionalInt expected = version < 0 ? OptionalInt.empty() : OptionalInt.of(version);
    assertThat(new JavaProgram(java).version()).isEqualTo(expected);
  }
}
