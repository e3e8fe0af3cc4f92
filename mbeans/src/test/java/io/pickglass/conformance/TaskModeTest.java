package io.pickglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ChildJvm;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.TaskMetric;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Without access to the JDK's virtual threads all runs the same, and less is known. */
class TaskModeTest {
  @Test
  void withoutOpenPackagesOnlyBeginningsAndEndsAreKnownAndTheReasonSaysWhatToDo() {
    Properties printed = ChildJvm.run(List.of(), TaskModeProgram.class);
    assertThat(printed)
        .containsEntry("mode", "TASK")
        .containsEntry(
            "reason",
            "java.base does not open java.lang to Pickglass: start the JVM with"
                + " --add-opens java.base/java.lang=ALL-UNNAMED")
        .containsEntry("tasks.instrumentedCount", "3")
        .containsEntry("tasks.endedCount", "3")
        .containsEntry("tasks.failedCount", "1")
        .containsEntry("tasks.cancelledCount", "0")
        .containsEntry("tasks.liveCount", "0")
        .containsEntry("sections.endedCount", "1")
        .containsEntry(
            "attributes",
            "CancelledCount,ElapsedNanos,EndedCount,FailedCount,InstrumentedCount,LifetimeNanos,"
                + "LiveCount,Sequence");
    assertThat(Long.parseLong(printed.getProperty("sections.lifetimeNanos")))
        .isGreaterThanOrEqualTo(5_000_000);
    for (TaskMetric metric : TaskMetric.values()) {
      if (metric.needs() != Needs.TASKS) {
        assertThat(Double.parseDouble(printed.getProperty("tasks." + metric.metricName())))
            .as(metric.metricName())
            .isEqualTo(-1);
      }
    }
  }

  @Test
  void withOpenPackagesTheSameProgramIsSeenPollByPoll() {
    Properties printed =
        ChildJvm.run(
            List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"), TaskModeProgram.class);
    assertThat(printed)
        .containsEntry("mode", "EXACT")
        .containsEntry("tasks.endedCount", "3")
        .containsEntry("tasks.failedCount", "1")
        .containsEntry("tasks.pollCount", "5")
        .containsEntry("tasks.selfWakeCount", "1")
        .containsEntry("sections.pollCount", "2")
        .containsEntry("sections.idleCount", "1");
  }

  @Test
  void aThreadThatCannotRunBecauseAllCarriersAreTakenEndsTheSelfCheckNotTheProgram() {
    Properties printed =
        ChildJvm.run(
            List.of(
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "--add-exports",
                "java.base/jdk.internal.vm=ALL-UNNAMED",
                "-Djdk.virtualThreadScheduler.parallelism=1"),
            HeldCarriersProgram.class);
    assertThat(printed).containsEntry("mode", "TASK").containsEntry("ended", "1");
    assertThat(printed.getProperty("reason"))
        .contains("start Pickglass while there are free carriers");
  }
}
