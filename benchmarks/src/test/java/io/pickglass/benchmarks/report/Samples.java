package io.pickglass.benchmarks.report;

import io.pickglass.benchmarks.row.Figures;
import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Result.Point;
import io.pickglass.benchmarks.row.Rows;
import java.util.List;

/** Results that nobody has measured. */
final class Samples {
  static final Result DIFFERENCE =
      new Result(
          Rows.of("P1").getFirst(),
          "PLAIN",
          151.0,
          "WATCHED",
          212.0,
          new Figures(58.2, 61.5, 66),
          List.of());

  static final Result AMOUNT =
      new Result(
          Rows.of("P10").getFirst(),
          "",
          null,
          "ACTIVE",
          null,
          new Figures(3.5, 4, 1_234),
          List.of());

  static final Result WITHOUT_AIM =
      new Result(
          Rows.of("P3.jfr").getFirst(),
          "PLAIN",
          400.0,
          "JFR",
          600.0,
          new Figures(-20, 200, 220),
          List.of());

  static final Result CURVE =
      new Result(
          Rows.of("G3").getFirst(),
          "PLAIN",
          null,
          "WATCHED",
          null,
          new Figures(1.1, 1.2, 1.3),
          List.of(
              new Point(1, new Figures(10, 11, 12), new Figures(20, 22, 24)),
              new Point(1_000, new Figures(30, 33, 36), new Figures(40, 44, 48))));

  static final List<Result> ALL = List.of(DIFFERENCE, WITHOUT_AIM, AMOUNT, CURVE);

  private Samples() {}
}
