package io.pickglass.monitor;

import static io.pickglass.catalog.RuntimeDistribution.POLL;
import static io.pickglass.catalog.RuntimeDistribution.SCHEDULING_DELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final long[] work = Work.madeAt(1_000);
  private final long[][] turns = Turns.none();

  private static Histogram of(long... nanos) {
    long[] counts = new long[Buckets.COUNT];
    for (long value : nanos) {
      counts[Buckets.indexOf(value)]++;
    }
    return Histogram.of(0, counts);
  }

  @Test
  void aWorkerThatHasDoneNothingHasEmptyHistograms() {
    assertThat(Turns.histogram(turns, POLL)).isEqualTo(Histogram.EMPTY);
    assertThat(Turns.histogram(turns, SCHEDULING_DELAY)).isEqualTo(Histogram.EMPTY);
  }

  @Test
  void aDelayCountsAsItsPollBeginsAndThePollAsItEnds() {
    Work.pollBegins(work, turns, 2_000, 30);
    assertThat(Turns.histogram(turns, SCHEDULING_DELAY)).isEqualTo(of(30));
    assertThat(Turns.histogram(turns, POLL)).isEqualTo(Histogram.EMPTY);
    Work.pollEnds(work, turns, 7_000);
    Work.pollBegins(work, turns, 7_000, 0);
    Work.pollEnds(work, turns, 7_017);
    assertThat(Turns.histogram(turns, SCHEDULING_DELAY)).isEqualTo(of(0, 30));
    assertThat(Turns.histogram(turns, POLL)).isEqualTo(of(17, 5_000));
  }

  @Test
  void aDelayThatNobodyKnowsIsNotCounted() {
    Work.pollBegins(work, turns, 2_000, -1);
    assertThat(Turns.histogram(turns, SCHEDULING_DELAY)).isEqualTo(Histogram.EMPTY);
  }

  @Test
  void ofAPollThatWasCutOffNobodyKnowsHowLongItWas() {
    Work.pollBegins(work, turns, 2_000, 5);
    Work.pollBegins(work, turns, 9_000, 6);
    Work.pollEnds(work, turns, 9_100);
    assertThat(Turns.histogram(turns, POLL)).isEqualTo(of(100));
    assertThat(Turns.histogram(turns, SCHEDULING_DELAY)).isEqualTo(of(5, 6));
  }

  @Test
  void theLongestThatCanBeToldAndWhatIsLongerAreInTheLastBucket() {
    Turns.add(turns, POLL, Buckets.MAX_VALUE);
    Turns.add(turns, POLL, Long.MAX_VALUE);
    assertThat(Turns.histogram(turns, POLL)).isEqualTo(of(Buckets.MAX_VALUE, Long.MAX_VALUE));
  }

  @Test
  void workersAddUpAndWhatWasBeforeIsTakenAway() {
    Turns.add(turns, POLL, 100);
    long[][] sums = Turns.none();
    Turns.add(sums, turns, -1);
    Turns.add(turns, POLL, 100);
    Turns.add(turns, POLL, 9);
    long[][] other = Turns.none();
    Turns.add(other, SCHEDULING_DELAY, 4);
    Turns.add(other, POLL, 9);
    Turns.add(sums, turns, 1);
    Turns.add(sums, other, 1);
    assertThat(Turns.histogram(sums, POLL)).isEqualTo(of(9, 9, 100));
    assertThat(Turns.histogram(sums, SCHEDULING_DELAY)).isEqualTo(of(4));
    Turns.clear(sums);
    assertThat(Turns.histogram(sums, POLL)).isEqualTo(Histogram.EMPTY);
  }
}
