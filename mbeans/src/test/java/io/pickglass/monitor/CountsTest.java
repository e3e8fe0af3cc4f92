package io.pickglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static final Distribution[] DISTRIBUTIONS = Distribution.values();
  private static final int CELLS = 5;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Tallies[] cells = new Tallies[CELLS];
  private final long[][] plain = new long[Distribution.COUNT][Buckets.COUNT];

  CountsTest() {
    Arrays.fill(cells, Tallies.NONE);
  }

  private void count(int values) {
    for (int i = 0; i < values; i++) {
      Distribution of = DISTRIBUTIONS[random.nextInt(Distribution.COUNT)];
      int bucket = random.nextInt(Buckets.COUNT);
      int cell = random.nextInt(CELLS);
      cells[cell] = cells[cell].plus(of, bucket);
      plain[of.ordinal()][bucket]++;
    }
  }

  private void read(Counts into) {
    into.clear();
    for (Tallies cell : cells) {
      into.add(copy(cell));
    }
  }

  private static Tallies.Copy copy(Tallies tallies) {
    Tallies.Copy copy = new Tallies.Copy();
    copy.take(tallies);
    return copy;
  }

  private static List<Histogram> since(Counts now, Counts earlier) {
    return Stream.of(DISTRIBUTIONS)
        .map(of -> {
          Histogram.Builder rest = new Histogram.Builder();
          now.since(earlier, of, rest);
          return rest.build();
        })
        .toList();
  }

  private List<Histogram> plain() {
    return Stream.of(plain).map(counts -> Histogram.of(0, counts)).toList();
  }

  @Test
  void theyAddUpCellsWhateverTheirOctaves() {
    Counts counts = new Counts();
    for (int i = 0; i < 20; i++) {
      count(i * 3);
      read(counts);
      assertThat(since(counts, new Counts())).as("round %d", i).isEqualTo(plain());
    }
  }

  @Test
  void whatCameBetweenTwoReadingsIsTheirDifference() {
    Counts latest = new Counts();
    Counts next = new Counts();
    for (int i = 0; i < 20; i++) {
      for (long[] counts : plain) {
        Arrays.fill(counts, 0);
      }
      count(i * 3);
      next.takeShapeOf(latest);
      read(next);
      assertThat(since(next, latest)).as("round %d", i).isEqualTo(plain());
      latest.set(next);
      assertThat(since(next, latest)).containsOnly(Histogram.EMPTY);
    }
  }

  @Test
  void inTheRoomOfOtherCountsNothingOfThemIsLeft() {
    count(1_000);
    Counts counts = new Counts();
    read(counts);
    counts.takeShapeOf(new Counts());
    counts.clear();
    counts.add(copy(Tallies.NONE.plus(Distribution.IDLE, 9)));
    assertThat(since(counts, new Counts()))
        .containsExactly(
            Histogram.EMPTY, Histogram.EMPTY, Histogram.EMPTY, Histogram.of(9, new long[] {1}));
  }
}
