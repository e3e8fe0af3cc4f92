package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Structured concurrency takes a thread factory, and so our threads. */
class StructuredScopeTest {
  // The preview that the program is written for; a later one may have other names.
  private static final int WRITTEN_FOR = 25;

  @Test
  void theTasksOfAScopeAreWatchedThreads() throws Exception {
    assumeTrue(
        Runtime.version().feature() == WRITTEN_FOR,
        "StructuredTaskScope is a preview, and the program is written for that of JDK 25");
    Path program =
        Path.of(Objects.requireNonNull(getClass().getResource("ScopeProgram.java")).toURI());
    Properties printed =
        ChildJvm.run(
            List.of(
                "--enable-preview",
                "--source",
                String.valueOf(WRITTEN_FOR),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED"),
            program.toString());
    assertThat(printed)
        .containsEntry("mode", "EXACT")
        .containsEntry("result", "3")
        .containsEntry("good.instrumentedCount", "2")
        .containsEntry("good.endedCount", "2")
        .containsEntry("good.liveCount", "0")
        .containsEntry("good.pollCount", "4")
        .containsEntry("good.idleCount", "2")
        .containsEntry("failure", "on purpose")
        .containsEntry("bad.instrumentedCount", "2")
        .containsEntry("bad.endedCount", "2")
        .containsEntry("bad.liveCount", "0");
    assertThat(Long.parseLong(printed.getProperty("good.idleNanos")))
        .isGreaterThanOrEqualTo(2 * 19_000_000);
  }
}
