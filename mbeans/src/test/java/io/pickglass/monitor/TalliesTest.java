package io.pickglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TalliesTest {
  private static long[][] counts(Tallies tallies) {
    Tallies.Copy copy = new Tallies.Copy();
    copy.take(tallies);
    return counts(copy);
  }

  private static long[][] counts(Tallies.Copy tallies) {
    long[][] counts = new long[Distribution.COUNT][Buckets.COUNT];
    for (Distribution of : Distribution.values()) {
      for (long left = tallies.octaves(of); left != 0; left &= left - 1) {
        int octave = Long.numberOfTrailingZeros(left);
        tallies.addTo(counts[of.ordinal()], octave * Buckets.PER_OCTAVE, of, octave);
      }
    }
    return counts;
  }

  /** The same with as many values in that bucket as an int can count: by hand it takes minutes. */
  private static Tallies almostFull(Tallies tallies, Distribution of, int bucket) {
    int[] before = low(tallies).clone();
    Tallies more = tallies.plus(of, bucket);
    low(more)[Arrays.mismatch(before, low(more))] = -1;
    return more;
  }

  private static int[] low(Tallies tallies) {
    try {
      Field low = Tallies.class.getDeclaredField("low");
      low.setAccessible(true);
      return (int[]) low.get(tallies);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theyCountLikeAPlainTableWhateverTheOrder() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[][] plain = new long[Distribution.COUNT][Buckets.COUNT];
      Tallies tallies = Tallies.NONE;
      int steps = random.nextInt(2_000);
      for (int i = 0; i < steps; i++) {
        Distribution of = Distribution.values()[random.nextInt(Distribution.COUNT)];
        int bucket = random.nextInt(Buckets.COUNT);
        plain[of.ordinal()][bucket]++;
        tallies = tallies.plus(of, bucket);
      }
      assertThat(counts(tallies)).as("seed %d", seed).isDeepEqualTo(plain);
    }
  }

  @Test
  void whereThereIsRoomNothingIsMade() {
    Tallies first = Tallies.NONE.plus(Distribution.IDLE, 8);
    for (int bucket = 8; bucket < 16; bucket++) {
      assertThat(first.plus(Distribution.IDLE, bucket)).isSameAs(first);
    }
    assertThat(first.plus(Distribution.IDLE, 16)).isNotSameAs(first);
    assertThat(first.plus(Distribution.POLL, 8)).isNotSameAs(first);
  }

  @Test
  void whatIsFullIsCarriedAndStaysSoWhenMoreRoomIsMade() {
    Tallies tallies = Tallies.NONE.plus(Distribution.SCHEDULED, 20);
    tallies = almostFull(tallies, Distribution.SCHEDULED, 20);
    assertThat(counts(tallies)[Distribution.SCHEDULED.ordinal()][20]).isEqualTo((1L << 32) - 1);
    for (int i = 0; i < 3; i++) {
      tallies = tallies.plus(Distribution.SCHEDULED, 20);
    }
    tallies = tallies.plus(Distribution.POLL, 447).plus(Distribution.SCHEDULED, 3);
    assertThat(counts(tallies)[Distribution.SCHEDULED.ordinal()][20]).isEqualTo((1L << 32) + 2);
    tallies = almostFull(tallies, Distribution.SCHEDULED, 20).plus(Distribution.SCHEDULED, 20);
    assertThat(counts(tallies)[Distribution.SCHEDULED.ordinal()][20]).isEqualTo(2L << 32);
    assertThat(counts(tallies)[Distribution.SCHEDULED.ordinal()][3]).isEqualTo(1);
    assertThat(counts(tallies)[Distribution.POLL.ordinal()][447]).isEqualTo(1);
  }

  @Test
  void aCopyIsOfOneInstantAndNothingOfItIsLeftInTheNext() {
    Tallies few = Tallies.NONE.plus(Distribution.POLL, 9);
    Tallies many =
        almostFull(
                few.plus(Distribution.POLL, 9).plus(Distribution.IDLE, 99), Distribution.POLL, 10)
            .plus(Distribution.POLL, 10);
    Tallies.Copy copy = new Tallies.Copy();
    copy.take(many);
    long[][] before = counts(copy);
    many.plus(Distribution.POLL, 9);
    assertThat(counts(copy)).isDeepEqualTo(before);
    copy.take(few);
    assertThat(counts(copy)).isDeepEqualTo(counts(few));
    copy.take(Tallies.NONE);
    assertThat(counts(copy)).isDeepEqualTo(counts(Tallies.NONE));
  }

  @Test
  void whatHasNoValueIsEmpty() {
    Tallies tallies = Tallies.NONE.plus(Distribution.SCHEDULED, 0);
    assertThat(tallies.octaves(Distribution.SCHEDULED)).isEqualTo(1);
    // Those after it know that there is an octave before theirs.
    assertThat(tallies.octaves(Distribution.IDLE)).isZero();
    assertThat(tallies.octaves(Distribution.POLL)).isZero();
  }
}
