package io.pickglass.benchmarks.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.benchmarks.row.Reading.Amount;
import io.pickglass.benchmarks.row.Reading.Confident;
import io.pickglass.benchmarks.row.Reading.Difference;
import io.pickglass.benchmarks.row.Reading.Flatness;
import io.pickglass.benchmarks.row.Reading.Ratio;
import io.pickglass.benchmarks.run.Batches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static Batches batches(Object... variantsAndValues) {
    Map<String, Map<String, double[]>> values = new HashMap<>();
    for (int i = 0; i < variantsAndValues.length; i += 2) {
      values.put(
          (String) variantsAndValues[i], Map.of("nanos", (double[]) variantsAndValues[i + 1]));
    }
    return new Batches(values);
  }

  private static double[] of(double... values) {
    return values;
  }

  @Test
  void eachRepetitionIsComparedWithTheOneBesideIt() {
    Batches batches = batches("PLAIN", of(100, 200, 150), "WATCHED", of(160, 290, 220));
    assertThat(new Difference("nanos", "WATCHED", "PLAIN").read(List.of(batches)))
        .isEqualTo(
            new Sides(
                "PLAIN",
                List.of(new Figures(100, 150, 200)),
                "WATCHED",
                List.of(new Figures(160, 220, 290)),
                new Figures(60, 70, 90)));
  }

  @Test
  void theMiddleOfAnEvenNumberLiesBetweenTwo() {
    Batches batches = batches("WATCHED", of(4, 1, 3, 10));
    assertThat(new Amount("nanos", "WATCHED").read(List.of(batches)))
        .isEqualTo(new Sides("", List.of(), "WATCHED", List.of(), new Figures(1, 3.5, 10)));
  }

  @Test
  void ofSeveralPeersTheCheapestIsTakenForAllRepetitions() {
    Batches batches = batches("A", of(10, 40, 50), "B", of(20, 20, 20), "WATCHED", of(10, 15, 30));
    assertThat(new Ratio("nanos", "WATCHED", List.of("A", "B")).read(List.of(batches)))
        .isEqualTo(
            new Sides(
                "B",
                List.of(new Figures(20, 20, 20)),
                "WATCHED",
                List.of(new Figures(10, 15, 30)),
                new Figures(0.5, 0.75, 1.5)));
  }

  @Test
  void aRatioMayBeShownWithHowSureItIs() {
    Batches batches = batches("PLAIN", of(4, 2, 1, 1, 1, 1), "AGENT", of(2, 2, 2, 4, 6, 3));
    assertThat(new Confident("nanos", "AGENT", "PLAIN").read(List.of(batches)))
        .isEqualTo(
            new Sides(
                "PLAIN",
                List.of(new Figures(1, 1, 4)),
                "AGENT",
                List.of(new Figures(2, 2.5, 6)),
                new Figures(0.5, 2.5, 6)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 1, 5", "6, 1, 6", "8, 1, 8", "9, 2, 8", "10, 2, 9", "15, 4, 12"})
  void theMoreRepetitionsTheMoreOfThemLieOutsideOfWhatIsSure(int count, double least, double most) {
    double[] values = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    assertThat(Figures.confident(values)).isEqualTo(new Figures(least, (count + 1) / 2.0, most));
  }

  @Test
  void aCurveIsAsFlatAsItsDearestPointIsNearToItsCheapest() {
    Batches first = batches("PLAIN", of(10, 10, 10), "WATCHED", of(30, 50, 40));
    Batches second = batches("PLAIN", of(100, 110, 105), "WATCHED", of(160, 180, 305));
    assertThat(new Flatness("nanos", "WATCHED", "PLAIN").read(List.of(first, second)))
        .isEqualTo(
            new Sides(
                "PLAIN",
                List.of(new Figures(10, 10, 10), new Figures(100, 105, 110)),
                "WATCHED",
                List.of(new Figures(30, 40, 50), new Figures(160, 180, 305)),
                new Figures(65.0 / 30, 70.0 / 30, 130.0 / 25)));
  }
}
