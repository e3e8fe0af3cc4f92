package io.pickglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketsTest {
  @Test
  void bucketsFollowOneAnotherWithoutGapFromZeroToTheGreatestValue() {
    long next = 0;
    for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
      assertThat(Buckets.lowest(bucket)).as("bucket %d", bucket).isEqualTo(next);
      assertThat(Buckets.indexOf(Buckets.lowest(bucket))).isEqualTo(bucket);
      assertThat(Buckets.indexOf(Buckets.middle(bucket))).isEqualTo(bucket);
      assertThat(Buckets.indexOf(Buckets.highest(bucket))).isEqualTo(bucket);
      next = Buckets.highest(bucket) + 1;
    }
    assertThat(next - 1).isEqualTo(Buckets.MAX_VALUE);
  }

  @Test
  void theTableOfTheDocumentationIsTrue() {
    assertThat(List.of(Buckets.lowest(7), Buckets.lowest(15), Buckets.lowest(16)))
        .containsExactly(7L, 15L, 16L);
    assertThat(List.of(Buckets.highest(16), Buckets.highest(17))).containsExactly(17L, 19L);
    assertThat(Buckets.lowest(447)).isEqualTo(15L << 54);
    assertThat(Buckets.highest(447)).isEqualTo((1L << 58) - 1);
  }

  @Test
  void theMiddleIsAtMostASixteenthOffEveryValue() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      long value = random.nextLong() >>> random.nextInt(6, 64);
      long middle = Buckets.middle(Buckets.indexOf(value));
      assertThat(Math.abs(middle - value) * 16).as("%d", value).isLessThanOrEqualTo(value);
    }
  }

  @Test
  void valuesThatCannotBeFallIntoTheFirstAndTheLastBucket() {
    assertThat(Buckets.indexOf(-1)).isZero();
    assertThat(Buckets.indexOf(Long.MIN_VALUE)).isZero();
    assertThat(Buckets.indexOf(Buckets.MAX_VALUE + 1)).isEqualTo(447);
    assertThat(Buckets.indexOf(Long.MAX_VALUE)).isEqualTo(447);
  }
}
