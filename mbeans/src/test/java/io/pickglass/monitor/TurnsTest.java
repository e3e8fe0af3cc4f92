package io.pickglass.monitor;

import static io.pickglass.catalog.RuntimeDistribution.POLL;
import static io.pickglass.catalog.RuntimeDistribution.SCHEDULING_DELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.time.NanoClock;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final long[][] place = Turns.place();

  private static Histogram of(long... nanos) {
    long[] counts = new long[Buckets.COUNT];
    for (long value : nanos) {
      counts[Buckets.indexOf(value)]++;
    }
    return Histogram.of(0, counts);
  }

  private static Histogram all(long[] turns, RuntimeDistribution of) {
    return Turns.since(Turns.none(), turns, of);
  }

  private void add(RuntimeDistribution of, long... nanos) {
    for (long value : nanos) {
      Turns.add(place, of, value);
    }
  }

  @Test
  void aWorkerThatHasDoneNothingHasEmptyHistograms() {
    assertThat(all(Turns.in(place), POLL)).isEqualTo(Histogram.EMPTY);
    assertThat(all(Turns.in(place), SCHEDULING_DELAY)).isEqualTo(Histogram.EMPTY);
  }

  @Test
  void eachOctaveGetsRoomInWhateverOrderTheyCome() {
    add(SCHEDULING_DELAY, 7_000, 1, 7_000, 100_000_000);
    add(POLL, 90, 3, 1_000_000, 91, 3);
    add(SCHEDULING_DELAY, 50, 0);
    add(POLL, 20);
    assertThat(all(Turns.in(place), POLL)).isEqualTo(of(3, 3, 20, 90, 91, 1_000_000));
    assertThat(all(Turns.in(place), SCHEDULING_DELAY))
        .isEqualTo(of(0, 1, 50, 7_000, 7_000, 100_000_000));
  }

  @Test
  void whatNobodyKnowsIsNotCounted() {
    add(SCHEDULING_DELAY, -1);
    assertThat(all(Turns.in(place), SCHEDULING_DELAY)).isEqualTo(Histogram.EMPTY);
  }

  @Test
  void allOctavesHaveRoom() {
    for (int bucket = 0; bucket < Buckets.COUNT; bucket += Buckets.PER_OCTAVE) {
      add(POLL, Buckets.lowest(bucket));
      add(SCHEDULING_DELAY, Buckets.highest(bucket));
    }
    add(POLL, Long.MAX_VALUE);
    assertThat(all(Turns.in(place), POLL).count()).isEqualTo(Buckets.OCTAVES + 1);
    assertThat(all(Turns.in(place), POLL).quantile(1)).isEqualTo(Buckets.middle(Buckets.COUNT - 1));
    assertThat(all(Turns.in(place), SCHEDULING_DELAY).count()).isEqualTo(Buckets.OCTAVES);
  }

  @Test
  void workersAddUp() {
    add(POLL, 100, 9);
    long[][] other = Turns.place();
    Turns.add(other, SCHEDULING_DELAY, 4);
    Turns.add(other, POLL, 9);
    Turns.add(other, POLL, 1_000_000);
    long[] sums = Turns.sum(Turns.sum(Turns.none(), Turns.in(place)), Turns.in(other));
    assertThat(all(sums, POLL)).isEqualTo(of(9, 9, 100, 1_000_000));
    assertThat(all(sums, SCHEDULING_DELAY)).isEqualTo(of(4));
    assertThat(all(Turns.in(place), POLL)).isEqualTo(of(9, 100));
  }

  @Test
  void aDifferenceIsWhatHasComeSince() {
    add(POLL, 100);
    long[] earlier = Turns.sum(Turns.none(), Turns.in(place));
    assertThat(Turns.since(earlier, Turns.in(place), POLL)).isEqualTo(Histogram.EMPTY);
    add(POLL, 100, 9);
    add(SCHEDULING_DELAY, 5);
    assertThat(Turns.since(earlier, Turns.in(place), POLL)).isEqualTo(of(9, 100));
    assertThat(Turns.since(earlier, Turns.in(place), SCHEDULING_DELAY)).isEqualTo(of(5));
  }

  @Test
  void aWorkerNotesADelayAsItsPollBeginsAndThePollAsItEnds() {
    Lane lane = new Lane(0);
    long now = NanoClock.SYSTEM.nanos();
    long[][] turns = lane.turns();
    lane.pollBegins("task", now + 2_000, 30);
    assertThat(all(Turns.in(turns), SCHEDULING_DELAY)).isEqualTo(of(30));
    assertThat(all(Turns.in(turns), POLL)).isEqualTo(Histogram.EMPTY);
    lane.pollEnds(now + 7_000);
    lane.pollBegins("task", now + 7_000, -1);
    lane.pollEnds(now + 7_017);
    assertThat(all(Turns.in(turns), SCHEDULING_DELAY)).isEqualTo(of(30));
    assertThat(all(Turns.in(turns), POLL)).isEqualTo(of(17, 5_000));
  }

  @Test
  void ofAPollThatWasCutOffNobodyKnowsHowLongItWas() {
    Lane lane = new Lane(0);
    long now = NanoClock.SYSTEM.nanos();
    lane.pollBegins("lost", now + 2_000, 5);
    lane.pollBegins("task", now + 9_000, 6);
    lane.pollEnds(now + 9_100);
    assertThat(all(Turns.in(lane.turns()), POLL)).isEqualTo(of(100));
    assertThat(all(Turns.in(lane.turns()), SCHEDULING_DELAY)).isEqualTo(of(5, 6));
  }
}
