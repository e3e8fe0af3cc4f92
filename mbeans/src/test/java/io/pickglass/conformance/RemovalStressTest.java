package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** 100,000 monitors come and go in a heap that has no room for a tenth of them. */
class RemovalStressTest {
  @Test
  void nothingIsKeptOfMonitorsThatWereRemoved() {
    Properties printed =
        ChildJvm.run(
            List.of("-Xmx10m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
            RemovalProgram.class,
            "100000");
    assertThat(printed)
        .containsEntry("listed", "0")
        .containsEntry("kept", "0")
        // What was there before: the scheduler of virtual threads, with three of the beans.
        .containsEntry("histories", "1")
        .containsEntry("beans", "10")
        .containsEntry("errors", "0 ")
        .containsEntry("again", "true");
    assertThat(Long.parseLong(printed.getProperty("ticks"))).isGreaterThan(10);
  }
}
