package io.pickglass.repl.series;

import static io.pickglass.repl.Intervals.interval;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalZipperTest {
  private final IntervalZipper zipper = new IntervalZipper(List.of("a", "b"), 10);

  /** A page of "a 11 12" texts: a monitor and its sequence numbers. */
  private static Page page(String epoch, long last, int max, String... monitors) {
    Map<String, List<Interval<?>>> intervals = new LinkedHashMap<>();
    for (String text : monitors) {
      String[] words = text.split(" ");
      List<Interval<?>> list = new ArrayList<>();
      for (int i = 1; i < words.length; i++) {
        list.add(interval(words[0], Long.parseLong(words[i])));
      }
      intervals.put(words[0], list);
    }
    return new Page(epoch, last, 1000, max, Switches.ON, intervals);
  }

  private List<String> accept(long last, String... monitors) {
    return texts(zipper.accept(page("x", last, 100, monitors)));
  }

  private static List<String> texts(List<Zipped> all) {
    return all.stream()
        .map(zipped ->
            switch (zipped) {
              case Zipped.Row row ->
                  row.sequence()
                      + row.intervals().stream().map(i -> " " + i.name()).toList().toString();
              case Zipped.Missed missed -> "missed " + missed.from() + "-" + missed.to();
              case Zipped.Restarted _ -> "restarted";
            })
        .toList();
  }

  @Test
  void anAnswerWithNothingNewGivesNothing() {
    assertThat(accept(10, "a", "b")).isEmpty();
  }

  @Test
  void intervalsOfTheSameNumberStandSideBySideInTheOrderOfTheMonitors() {
    assertThat(accept(12, "b 11 12", "a 11 12")).containsExactly("11[ a,  b]", "12[ a,  b]");
    assertThat(zipper.after()).isEqualTo(12);
  }

  @Test
  void aNumberThatOnlyOneMonitorHasYetWaitsForTheOther() {
    assertThat(accept(10, "a 11", "b")).isEmpty();
    assertThat(accept(11, "a 11", "b 11")).containsExactly("11[ a,  b]");
  }

  @Test
  void eachIsGivenOnceHoweverOftenItIsRead() {
    assertThat(accept(11, "a 11", "b 11")).hasSize(1);
    assertThat(accept(11, "a 11", "b 11")).isEmpty();
    assertThat(accept(12, "a 11 12", "b 12")).containsExactly("12[ a,  b]");
  }

  @Test
  void whatIsNoLongerKeptIsSaidOnce() {
    assertThat(accept(31, "a 30 31", "b 30 31"))
        .containsExactly("missed 11-29", "30[ a,  b]", "31[ a,  b]");
  }

  @Test
  void aMonitorThatIsYoungerThanTheOtherDoesNotHoldItUp() {
    assertThat(accept(12, "a 11 12", "b 12")).containsExactly("11[ a]", "12[ a,  b]");
  }

  @Test
  void aMonitorWithoutIntervalsHoldsTheOthersUpForOneAnswerOnly() {
    assertThat(accept(11, "a 11", "b")).isEmpty();
    assertThat(accept(11, "a 11", "b")).containsExactly("11[ a]");
  }

  @Test
  void anAnswerThatWasCutSaysNothingAboutWhatIsMissingInIt() {
    assertThat(accept(20, "a", "b")).isEmpty();
    assertThat(texts(zipper.accept(page("x", 20, 2, "a 14 15", "b 11 12"))))
        .containsExactly("11[ b]", "12[ b]");
    assertThat(texts(zipper.accept(page("x", 20, 2, "a 14 15", "b 13 14"))))
        .containsExactly("13[ b]", "14[ a,  b]");
  }

  @Test
  void anotherStartTimeIsARestartAndCountingBeginsAnew() {
    accept(11, "a 11", "b 11");
    assertThat(texts(zipper.accept(page("y", 40, 100, "a 40", "b 40"))))
        .containsExactly("restarted");
    assertThat(zipper.after()).isZero();
    assertThat(texts(zipper.accept(page("y", 40, 100, "a 1 2", "b 1 2"))))
        .containsExactly("1[ a,  b]", "2[ a,  b]");
  }

  @Test
  void aSequenceThatGoesBackIsARestartToo() {
    accept(11, "a 11", "b 11");
    assertThat(accept(2, "a", "b")).containsExactly("restarted");
  }

  @Test
  void aStartBeforeTheFirstIntervalBeginsWithOne() {
    IntervalZipper early = new IntervalZipper(List.of("a"), -5);
    assertThat(texts(early.accept(page("x", 1, 100, "a 1")))).containsExactly("1[ a]");
  }

  @Test
  void nobodyWaitsForAMonitorThatWasRemovedAndWhatItHadIsGivenOut() {
    assertThat(accept(10, "a", "b 11")).isEmpty();
    assertThat(accept(10, "a", "b 11 12")).isEmpty();
    zipper.end("b");
    assertThat(accept(10, "a 11")).containsExactly("11[ a,  b]");
    assertThat(accept(13, "a 13")).containsExactly("12[ b]", "13[ a]");
  }
}
