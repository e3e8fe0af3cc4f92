package io.pickglass.benchmarks.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.benchmarks.run.Plan;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

class RowsTest {
  @Test
  void eachRowHasAnIdOfItsOwn() {
    assertThat(Rows.all()).extracting(Row::id).doesNotHaveDuplicates();
  }

  @Test
  void aNumberMeansItsPartsToo() {
    assertThat(Rows.of("p3"))
        .extracting(Row::id)
        .containsExactly("P3", "P3.objects", "P3.binder", "P3.jfr");
    assertThat(Rows.of("P3.jfr")).extracting(Row::id).containsExactly("P3.jfr");
    // P10 is no part of P1.
    assertThat(Rows.of("P1")).extracting(Row::id).containsExactly("P1");
    assertThat(Rows.of("P")).isEmpty();
  }

  @Test
  void aQuickLookLeavesOutMemoryWholeProgramsAndCurves() {
    assertThat(Rows.quick())
        .extracting(row -> row.id().replaceAll("\\..*", ""))
        .containsOnly("P1", "P2", "P3", "P4", "P5", "P7", "P9", "P10");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aPlanHasOnlyParametersOfItsBenchmark(Plan plan) {
    List<String> parameters =
        Arrays.stream(plan.benchmark().getFields())
            .filter(field -> field.isAnnotationPresent(Param.class))
            .map(Field::getName)
            .toList();
    assertThat(parameters).containsAll(plan.parameters().keySet());
  }

  static Stream<Plan> plans() {
    return Rows.all().stream().flatMap(row -> row.plans().stream()).distinct();
  }

  @Test
  void aCurveHasAPlanForEachPoint() {
    List<Row> curves = Rows.all().stream().filter(row -> row.curve() != null).toList();
    assertThat(curves).extracting(Row::id).containsExactly("G1", "G2", "G3", "G4");
    assertThat(curves)
        .allSatisfy(row -> assertThat(row.plans()).hasSameSizeAs(row.curve().points()));
  }
}
