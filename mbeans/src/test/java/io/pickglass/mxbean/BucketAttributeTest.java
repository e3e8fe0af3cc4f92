package io.pickglass.mxbean;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketAttributeTest {
  private static List<BucketAttribute<Distribution>> of(Distribution of) {
    return BucketAttribute.OF_TASKS.list().stream().filter(bucket -> bucket.of() == of).toList();
  }

  @Test
  void nameAndLabelSayTheLimitInSeconds() {
    assertThat(of(Distribution.FIRST_POLL_DELAY))
        .extracting(BucketAttribute::label)
        .startsWith("0.000001023", "0.000004095")
        .endsWith("4.294967295", "17.179869183", "+Inf");
    assertThat(of(Distribution.FIRST_POLL_DELAY))
        .extracting(BucketAttribute::name)
        .startsWith("FirstPollDelayCountUpTo0_000001023Seconds")
        .endsWith("FirstPollDelayCountUpTo17_179869183Seconds", "FirstPollDelayCountUpToInfinity");
  }

  @Test
  void everyLimitIsTheEndOfABucketOfOurOwnAndGreaterThanTheOneBefore() {
    for (Distribution of : Distribution.values()) {
      long[] limits = of(of).stream().mapToLong(BucketAttribute::limitNanos).toArray();
      assertThat(limits).hasSize(14).isSorted().doesNotHaveDuplicates().endsWith(Long.MAX_VALUE);
      assertThat(Arrays.stream(limits).limit(13))
          .allMatch(limit -> Buckets.highest(Buckets.indexOf(limit)) == limit);
    }
  }

  @Test
  void countsRiseFromLimitToLimitUpToAllValues() {
    long[] counts = new long[Buckets.COUNT];
    Arrays.fill(counts, 1);
    Histogram everything = Histogram.of(0, counts);
    long[] values =
        of(Distribution.POLL).stream().mapToLong(bucket -> bucket.value(everything)).toArray();
    // Eight buckets to an octave, two octaves from limit to limit.
    for (int i = 0; i < 13; i++) {
      assertThat(values[i]).isEqualTo(64 + 16 * i);
    }
    assertThat(values[13]).isEqualTo(448);
  }

  @Test
  void eachIsFoundByItsNameAndHasASentence() {
    assertEachIsFound(BucketAttribute.OF_TASKS);
    assertEachIsFound(BucketAttribute.OF_RUNTIMES);
  }

  private static <D extends Distributed> void assertEachIsFound(BucketAttribute.All<D> all) {
    for (BucketAttribute<D> bucket : all.list()) {
      assertThat(all.named(bucket.name())).contains(bucket);
      assertThat(bucket.help()).matches("[A-Z].*[a-z]\\.");
    }
    assertThat(all.named("PollCount")).isEmpty();
  }
}
