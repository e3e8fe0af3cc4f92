package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The compiler may move a read of a final field behind the write that replaces it. A task then took
 * itself for its thread's continuation, called itself for ever and held its carrier.
 */
class CompiledStartTest {
  @Test
  void threadsStartedByCompiledCodeFindTheirOwnContinuation() {
    assertThat(
            ChildJvm.run(
                List.of(
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-Xmn512m",
                    "-Xmx1500m"),
                ManyStartsProgram.class))
        .isEqualTo(Map.of("ended", "500000", "instrumented", "500000"));
  }
}
