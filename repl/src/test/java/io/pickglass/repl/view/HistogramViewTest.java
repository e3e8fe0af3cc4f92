package io.pickglass.repl.view;

import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.withPolls;
import static io.pickglass.repl.Intervals.withoutPolls;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Buckets;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramViewTest {
  /** Eight times 1 µs, once 1.1 µs, four times 2 µs, once 1 ms. */
  private static final TaskInterval SOME =
      withPolls(
          "a", 1, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1200, 2048, 2048, 2048, 2048,
          1_048_576);

  private static List<String> texts(TaskInterval interval, int width, Symbols symbols) {
    return HistogramView.lines(interval, width, symbols).stream().map(Line::text).toList();
  }

  @Test
  void eachBarIsAsHighAsItsShareOfTheHighest() {
    TaskInterval two = withPolls("a", 1, 3, 3, 3, 3, 3, 3, 3, 3, 5, 6, 6, 6, 6);
    assertThat(texts(two, 80, Symbols.UNICODE))
        .containsExactly("polls                   3ns █ ▁▄ 6ns");
    assertThat(texts(two, 80, Symbols.ASCII))
        .containsExactly("polls                   3ns @ .= 6ns");
  }

  @Test
  void manyBucketsShareABarAndTheAxisIsLogarithmic() {
    assertThat(texts(SOME, 80, Symbols.UNICODE))
        .containsExactly("polls                   1µs █ ▄                 ▁ 1ms");
    assertThat(texts(SOME, 40, Symbols.UNICODE))
        .containsExactly("polls                   1µs █    ▁ 1ms");
  }

  @Test
  void whereThereIsNoValueThereIsNoLine() {
    assertThat(texts(interval("a", 1), 80, Symbols.UNICODE)).isEmpty();
    assertThat(texts(withoutPolls("a", 1, 3), 80, Symbols.UNICODE)).isEmpty();
  }

  @Test
  void showEndsWithIt() {
    assertThat(ShowView.lines(SOME, "x", Switches.ON, ShowView.Form.LIST, 80, Symbols.UNICODE))
        .last()
        .isEqualTo(Line.plain(texts(SOME, 80, Symbols.UNICODE).getFirst()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 24, 30, 40, 500})
  void itFitsEveryWidth(int width) {
    long[] everywhere =
        LongStream.range(0, Buckets.COUNT).map(b -> Buckets.lowest((int) b)).toArray();
    for (TaskInterval interval :
        List.of(SOME, withPolls("a", 1, 0), withPolls("a", 1, everywhere))) {
      assertThat(texts(interval, width, Symbols.UNICODE))
          .singleElement()
          .satisfies(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void aCharsetWithoutBlocksHasAsciiBarsAndItsOwnMicro() {
    Symbols western = Symbols.in(Charset.forName("windows-1252"));
    assertThat(western.micro()).isEqualTo("µs");
    assertThat(western.bars()).isEqualTo(Symbols.ASCII.bars());
    assertThat(Symbols.in(StandardCharsets.UTF_8)).isEqualTo(Symbols.UNICODE);
    assertThat(Symbols.in(StandardCharsets.US_ASCII)).isEqualTo(Symbols.ASCII);
  }

  @Test
  void onlyNothingHasNoBar() {
    assertThat(Symbols.UNICODE.bar(0)).isEqualTo(' ');
    assertThat(Symbols.UNICODE.bar(Double.MIN_VALUE)).isEqualTo('▁');
    assertThat(Symbols.UNICODE.bar(1)).isEqualTo('█');
  }
}
