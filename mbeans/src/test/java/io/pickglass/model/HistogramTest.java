package io.pickglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistogramTest {
  private static final double[] SHARES = {0, 0.001, 0.5, 0.9, 0.99, 0.999, 1};

  static Histogram of(long... values) {
    long[] counts = new long[Buckets.COUNT];
    for (long value : values) {
      counts[Buckets.indexOf(value)]++;
    }
    return Histogram.of(0, counts);
  }

  static Stream<Named<LongSupplier>> values() {
    SplittableRandom random = new SplittableRandom(20_261_120);
    return Stream.of(
        Named.of("uniform", () -> random.nextLong(1_000_000)),
        Named.of("log-uniform", () -> random.nextLong() >>> random.nextInt(6, 64)),
        Named.of("constant", () -> 123_456_789),
        Named.of("zero", () -> 0),
        Named.of("greatest", () -> Buckets.MAX_VALUE),
        Named.of("zero or greatest", () -> random.nextBoolean() ? 0 : Buckets.MAX_VALUE),
        Named.of("two humps", () -> random.nextLong(90, 110) * (random.nextBoolean() ? 1 : 5_000)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void quantilesAreAtMostASixteenthOffThoseOfHdrHistogram(LongSupplier values) {
    for (int size : new int[] {1, 2, 10, 1_000, 5_000}) {
      long[] some = LongStream.generate(values).limit(size).toArray();
      Histogram ours = of(some);
      // Five digits: next to the truth. It keeps zero apart and begins at one.
      org.HdrHistogram.Histogram truth = new org.HdrHistogram.Histogram(1, Buckets.MAX_VALUE, 5);
      Arrays.stream(some).forEach(truth::recordValue);
      assertThat(ours.count()).isEqualTo(truth.getTotalCount());
      for (double share : SHARES) {
        double expected = truth.getValueAtPercentile(share * 100);
        assertThat((double) ours.quantile(share))
            .as("%s of %d", share, size)
            .isBetween(expected * (1 - 0.0626), expected * (1 + 0.0626));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void quantilesAreTheMiddleOfTheBucketInWhichTheTrueOneIs(LongSupplier values) {
    long[] some = LongStream.generate(values).limit(999).sorted().toArray();
    for (double share : SHARES) {
      long truth = some[Math.max(0, (int) Math.ceil(share * some.length) - 1)];
      assertThat(of(some).quantile(share))
          .as("%s", share)
          .isEqualTo(Buckets.middle(Buckets.indexOf(truth)));
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void partsAddUpToTheWholeAndTheWholeWithoutAPartIsTheOther(LongSupplier values) {
    long[] a = LongStream.generate(values).limit(300).toArray();
    long[] b = LongStream.generate(values).limit(77).toArray();
    Histogram whole = of(LongStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray());
    assertThat(of(a).plus(of(b))).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(of(b).plus(of(a))).isEqualTo(whole);
    assertThat(whole.minus(of(a))).isEqualTo(of(b));
    assertThat(whole.minus(whole)).isEqualTo(Histogram.EMPTY);
    assertThat(whole.minus(Histogram.EMPTY)).isEqualTo(whole);
    assertThat(Histogram.EMPTY.plus(whole)).isEqualTo(whole);
    assertThat(Histogram.fromArray(whole.toArray())).contains(whole);
  }

  @Test
  void withoutValuesEveryQuantileIsZero() {
    assertThat(Histogram.EMPTY.quantile(0.99)).isZero();
    assertThat(Histogram.EMPTY.count()).isZero();
    assertThat(of()).isEqualTo(Histogram.EMPTY);
  }

  @Test
  void takingAwayMoreThanThereIsLeavesNothing() {
    assertThat(of(3, 5).minus(of(3, 3, 4))).isEqualTo(of(5));
  }

  @Test
  void theArrayBeginsWithTheFirstBucketAndEndsWithTheLast() {
    assertThat(of(3, 6, 6).toArray()).containsExactly(3, 1, 0, 0, 2);
    assertThat(of(Buckets.MAX_VALUE).toArray()).containsExactly(447, 1);
    assertThat(Histogram.EMPTY.toArray()).isEmpty();
    assertThat(Histogram.of(3, new long[] {1, 0, 0, 2})).isEqualTo(of(3, 6, 6));
    assertThat(of(3, 6, 6)).hasToString("Histogram[3, 1, 0, 0, 2]");
  }

  @Test
  void anArrayThatIsNoHistogramIsNone() {
    assertThat(Histogram.fromArray(new long[] {-1, 1})).isEmpty();
    assertThat(Histogram.fromArray(new long[] {447, 1, 1})).isEmpty();
    assertThat(Histogram.fromArray(new long[] {Long.MAX_VALUE, 1})).isEmpty();
    assertThat(Histogram.fromArray(new long[] {1, 2, -3})).isEmpty();
    assertThat(Histogram.fromArray(new long[] {9})).contains(Histogram.EMPTY);
    assertThat(Histogram.fromArray(new long[0])).contains(Histogram.EMPTY);
  }

  @Test
  void aLimitAtTheEndOfABucketCountsExactly() {
    Histogram histogram = of(0, 1022, 1023, 1024, Buckets.MAX_VALUE);
    assertThat(histogram.countUpTo(1023)).isEqualTo(3);
    assertThat(histogram.countUpTo(-1)).isZero();
    assertThat(histogram.countUpTo(Long.MAX_VALUE)).isEqualTo(5);
  }
}
