package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.PinnedWait;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceViewTest {
  private static List<String> text(TaskEvidence evidence) {
    return EvidenceView.lines(evidence, 60, Symbols.ASCII).stream().map(Line::text).toList();
  }

  @Test
  void aTaskThatWaitsSaysWhyItHasNoStack() {
    TaskEvidence evidence =
        new TaskEvidence(
            TaskStack.none("v7", "it is in no poll now"), List.of(), List.of(), List.of());
    assertThat(text(evidence)).isEqualTo(List.of("", "no stack: it is in no poll now"));
    assertThat(EvidenceView.json(evidence))
        .isEqualTo(
            Map.of(
                "warnings", List.of(),
                "stack", List.of(),
                "noStackReason", "it is in no poll now",
                "slowPolls", List.of(),
                "pinnedWaits", List.of()));
  }

  @Test
  void warningsStackSlowPollsAndPinnedWaitsFollowEachOther() {
    List<String> frames = List.of("app.Shop.sum(Shop.java:7)");
    TaskEvidence evidence =
        new TaskEvidence(
            new TaskStack("v7", "worker-1", frames, ""),
            List.of(
                new SlowPoll(
                    "orders", "v7", "", "worker-1", 0, 200_000_000, -1, 0, "unknown", frames, "")),
            List.of(
                new PinnedWait(
                    "v7",
                    "",
                    "orders",
                    0,
                    30_000_000,
                    "Native or VM frame on stack",
                    "LockSupport.park",
                    "worker-2",
                    frames)),
            List.of("its poll runs for 200ms"));
    assertThat(text(evidence).stream().filter(line -> !line.startsWith("  ")))
        .isEqualTo(
            List.of(
                "! its poll runs for 200ms",
                "",
                "runs now on worker-1",
                "",
                "slow polls that were looked into while they ran",
                "a poll: 200.00ms or more, v7 on worker-1, from 1970-01-01T0~",
                "",
                "pinned for 30.00ms on worker-2: Native or VM frame on stack,",
                "in LockSupport.park"));
    assertThat(text(evidence))
        .filteredOn(line -> line.equals("    " + frames.getFirst()))
        .hasSize(3);
  }
}
