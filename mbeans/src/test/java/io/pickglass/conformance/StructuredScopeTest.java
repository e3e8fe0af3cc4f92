package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.PreviewProgram;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Structured concurrency takes a thread factory, and so our threads. */
class StructuredScopeTest {
  @Test
  void theTasksOfAScopeAreWatchedThreads() throws Exception {
    Properties printed = PreviewProgram.run(getClass(), "ScopeProgram.java", "java.lang");
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
