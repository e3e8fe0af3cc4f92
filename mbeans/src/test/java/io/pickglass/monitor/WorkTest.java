package io.pickglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkTest {
  private final long[] work = Work.madeAt(1_000);

  @Test
  void aPollInProgressIsCountedUpToNow() {
    assertThat(Work.busyNanos(work, 5_000)).isZero();
    Work.pollBegins(work, 1_000);
    assertThat(Work.isPolling(work)).isTrue();
    assertThat(Work.pollCount(work)).isEqualTo(1);
    assertThat(Work.busyNanos(work, 1_000)).isZero();
    assertThat(Work.busyNanos(work, 1_007)).isEqualTo(7);
    Work.pollEnds(work, 1_010);
    assertThat(Work.isPolling(work)).isFalse();
    assertThat(Work.busyNanos(work, 9_000)).isEqualTo(10);
    Work.pollBegins(work, 2_000);
    assertThat(Work.busyNanos(work, 2_100)).isEqualTo(110);
    Work.pollEnds(work, 2_500);
    assertThat(Work.busyNanos(work, 9_000)).isEqualTo(510);
    assertThat(Work.pollCount(work)).isEqualTo(2);
  }

  @Test
  void aWorkerThatWasBusyAllTheTimeIsToldFromOneThatIsNot() {
    Work.pollBegins(work, 1_000);
    Work.pollEnds(work, 2_000);
    Work.pollBegins(work, 2_000);
    assertThat(Work.isPolling(work)).isTrue();
    assertThat(Work.busyNanos(work, 2_003)).isEqualTo(1_003);
  }

  @Test
  void aPollThatWasCutOffEndsWhereTheNextBegins() {
    Work.pollBegins(work, 2_000);
    Work.pollBegins(work, 3_000);
    assertThat(Work.busyNanos(work, 3_007)).isEqualTo(1_007);
    Work.pollEnds(work, 3_010);
    assertThat(Work.isPolling(work)).isFalse();
    assertThat(Work.busyNanos(work, 9_000)).isEqualTo(1_010);
  }

  @Test
  void whoReadsALittleTooEarlySeesNothingBelowZero() {
    Work.pollBegins(work, 1_500);
    assertThat(Work.busyNanos(work, 1_400)).isZero();
  }

  @Test
  void eachThatIsCountedHasANumberOfItsOwn() {
    Work.add(work, Work.WAKES);
    for (int i = 0; i < 2; i++) {
      Work.add(work, Work.MIGRATIONS);
    }
    for (int i = 0; i < 3; i++) {
      Work.add(work, Work.STARTS);
    }
    for (int i = 0; i < 4; i++) {
      Work.add(work, Work.ENDS);
    }
    assertThat(
            new long[] {
              Work.pollCount(work),
              Work.count(work, Work.WAKES),
              Work.count(work, Work.MIGRATIONS),
              Work.count(work, Work.STARTS),
              Work.count(work, Work.ENDS),
              Work.busyNanos(work, 9_000)
            })
        .containsExactly(0, 1, 2, 3, 4, 0);
  }

  @Test
  void eachBeginningAndEachEndIsAStep() {
    Set<Long> steps = new HashSet<>();
    for (int poll = 0; poll < 3; poll++) {
      steps.add(Work.step(work));
      Work.pollBegins(work, 2_000 + poll);
      steps.add(Work.step(work));
      Work.pollEnds(work, 2_000 + poll);
    }
    steps.add(Work.step(work));
    assertThat(steps).hasSize(7);
  }
}
