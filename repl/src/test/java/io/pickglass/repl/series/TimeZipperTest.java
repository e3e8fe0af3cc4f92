package io.pickglass.repl.series;

import static io.pickglass.repl.Intervals.interval;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.TaskInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeZipperTest {
  private static final long SECOND = 1_000_000_000;

  private final TimeZipper zipper = new TimeZipper(2);

  /** A second that began so many milliseconds after the epoch of tests. */
  private static Zipped row(long sequence, long startMillis) {
    TaskInterval any = interval("orders", sequence);
    TaskInterval then =
        new TaskInterval(
            "orders",
            sequence,
            io.pickglass.repl.Intervals.EPOCH.plusMillis(startMillis),
            SECOND,
            any.metrics());
    return new Zipped.Row(sequence, List.of(then));
  }

  private static List<String> texts(List<TimeZipper.Of> given) {
    return given.stream()
        .map(of ->
            "ab".charAt(of.target())
                + switch (of.zipped()) {
                  case Zipped.Row row -> Long.toString(row.sequence());
                  case Zipped.Missed missed -> " missed " + missed.count();
                  case Zipped.Restarted _ -> " restarted";
                })
        .toList();
  }

  @Test
  void rowsOfTheSameTimeStandTogetherWhateverTheirNumbers() {
    zipper.add(0, List.of(row(71, 1000), row(72, 2000)), 0);
    assertThat(texts(zipper.take(0))).isEmpty();
    zipper.add(1, List.of(row(5, 1300), row(6, 2300)), 0);
    assertThat(texts(zipper.take(0))).containsExactly("a71", "b5", "a72", "b6");
  }

  @Test
  void whatEndedMoreThanHalfAnIntervalBeforeGoesAlone() {
    zipper.add(0, List.of(row(71, 1000), row(72, 2000)), 0);
    zipper.add(1, List.of(row(5, 1501), row(6, 2501)), 0);
    assertThat(texts(zipper.take(0))).containsExactly("a71", "a72", "b5");
    zipper.end(0);
    assertThat(texts(zipper.take(0))).containsExactly("b6");
  }

  @Test
  void aTargetThatGivesNothingIsWaitedForAsLongAsTwoIntervals() {
    zipper.add(0, List.of(row(71, 1000)), 7);
    assertThat(texts(zipper.take(7 + 2 * SECOND - 1))).isEmpty();
    assertThat(texts(zipper.take(7 + 2 * SECOND))).containsExactly("a71");
    zipper.add(1, List.of(row(5, 1000)), 9 * SECOND);
    zipper.end(0);
    assertThat(texts(zipper.take(9 * SECOND))).containsExactly("b5");
  }

  @Test
  void gapsAndRestartsAreOfOneTargetAndKeepTheirPlace() {
    zipper.add(0, List.of(new Zipped.Missed(1, 3), row(4, 1000), new Zipped.Restarted()), 0);
    assertThat(texts(zipper.take(0))).containsExactly("a missed 3");
    zipper.add(1, List.of(row(9, 1100)), 0);
    assertThat(texts(zipper.take(0))).containsExactly("a4", "b9", "a restarted");
  }

  @Test
  void oneTargetAloneIsNotWaitedForAndNothingIsNothing() {
    TimeZipper one = new TimeZipper(1);
    assertThat(one.take(0)).isEmpty();
    one.add(0, List.of(row(1, 0), row(2, 1000)), 0);
    assertThat(texts(one.take(0))).containsExactly("a1", "a2");
  }

  @Test
  void eachRowComesOnceAndInItsOrderHoweverTheyArrive() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TimeZipper three = new TimeZipper(3);
      List<List<Long>> given = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      List<List<Long>> taken = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < 100; i++) {
        int target = random.nextInt(3);
        long sequence = given.get(target).size();
        given.get(target).add(sequence);
        long start = 1000 * sequence + target * 400 + random.nextInt(200);
        three.add(target, List.of(row(sequence, start)), i * SECOND / 3);
        collect(three.take(i * SECOND / 3), taken);
      }
      collect(three.take(Long.MAX_VALUE / 2), taken);
      assertThat(taken).as("seed " + seed).isEqualTo(given);
    }
  }

  private static void collect(List<TimeZipper.Of> given, List<List<Long>> taken) {
    given.forEach(of -> taken.get(of.target()).add(((Zipped.Row) of.zipped()).sequence()));
  }
}
