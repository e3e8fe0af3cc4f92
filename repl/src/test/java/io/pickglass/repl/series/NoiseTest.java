package io.pickglass.repl.series;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Better;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Judgement.Direction;
import io.pickglass.repl.series.Noise.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseTest {
  /** Polls of around 100, give or take a few, failures never, then this many of both. */
  private static List<Interval<?>> noisy(int count, long seed) {
    Random random = new Random(seed);
    List<Interval<?>> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      all.add(
          interval(
              "a",
              i,
              POLL_COUNT,
              95 + random.nextInt(11),
              MAX_POLL_NANOS,
              1000 + random.nextInt(100)));
    }
    return all;
  }

  private static Comparison last(List<Interval<?>> before, Interval<?> after) {
    return Comparison.of(
        new Comparison.Side(List.of(before.getLast()), before),
        new Comparison.Side(List.of(after), List.of(after)));
  }

  @Test
  void whatHappensAnywayIsNoiseAndWhatDoesNotIsSignificant() {
    List<Interval<?>> before = noisy(30, 1);
    Comparison same = last(before, interval("a", 31, POLL_COUNT, 104, MAX_POLL_NANOS, 1090));
    assertThat(same.judge(POLL_COUNT)).isEqualTo(new Judgement(Direction.NEUTRAL, Weight.NOISE));
    assertThat(same.judge(MAX_POLL_NANOS).word()).isEqualTo("noise");
    Comparison other =
        last(before, interval("a", 31, POLL_COUNT, 150, MAX_POLL_NANOS, 5000, FAILED_COUNT, 1));
    assertThat(other.judge(POLL_COUNT).word()).isEqualTo("changed");
    assertThat(other.judge(MAX_POLL_NANOS).word()).isEqualTo("worse");
    assertThat(other.judge(FAILED_COUNT).word()).isEqualTo("worse");
    assertThat(other.judge(IDLE_COUNT).word()).isEmpty();
  }

  @Test
  void ofFewIntervalsNobodyCanSay() {
    Comparison few = last(noisy(8, 1), interval("a", 9, FAILED_COUNT, 7, POLL_COUNT, 1));
    assertThat(few.judge(FAILED_COUNT).word()).isEqualTo("worse?");
    assertThat(few.judge(POLL_COUNT).word()).isEmpty();
    assertThat(last(noisy(9, 1), interval("a", 10, FAILED_COUNT, 7)).judge(FAILED_COUNT).word())
        .isEqualTo("worse");
  }

  @Test
  void theMeansOfManyIntervalsShowWhatTwoDoNot() {
    List<Interval<?>> before = noisy(40, 2);
    List<Interval<?>> after = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 41; i <= 80; i++) {
      after.add(interval("a", i, POLL_COUNT, 99 + random.nextInt(11)));
    }
    Comparison many =
        Comparison.of(new Comparison.Side(before, before), new Comparison.Side(after, after));
    assertThat(many.judge(POLL_COUNT).weight()).isEqualTo(Weight.SIGNIFICANT);
    assertThat(last(before, after.getFirst()).judge(POLL_COUNT).weight()).isEqualTo(Weight.NOISE);
  }

  /** Of two halves of the same, at most a few in a hundred may be called different. */
  @Test
  void theSameIsSeldomCalledDifferent() {
    int wrong = 0;
    for (long seed = 0; seed < 500; seed++) {
      List<Interval<?>> all = noisy(40, seed);
      Comparison halves =
          Comparison.of(
              new Comparison.Side(all.subList(0, 20), all.subList(0, 20)),
              new Comparison.Side(all.subList(20, 40), all.subList(20, 40)));
      wrong += halves.judge(POLL_COUNT).isSignificant() ? 1 : 0;
    }
    assertThat(wrong).isLessThan(15);
  }

  @Test
  void theDirectionIsThatOfTheMetric() {
    assertThat(POLL_COUNT.better()).isEqualTo(Better.NEITHER);
    assertThat(Judgement.of(MEAN_POLL_NANOS, -1, Weight.SIGNIFICANT).word()).isEqualTo("better");
    assertThat(Judgement.of(RuntimeMetric.POLLS_PER_PARK, -1, Weight.UNKNOWN).word())
        .isEqualTo("worse?");
  }
}
