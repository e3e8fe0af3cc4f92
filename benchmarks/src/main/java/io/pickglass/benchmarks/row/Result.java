package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.run.Batches;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row has shown, in its units.
 *
 * @param beside who was compared with; empty if nobody
 * @param plain the other side, in the middle of its repetitions; null if there is none, or a curve
 * @param who our side; where peers are shown, one of them
 * @param watched what that has shown; null if it is compared with nobody, or a curve
 * @param compared what the row is about
 * @param curve its points; empty for a row that has one only
 */
public record Result(
    Row row,
    String beside,
    @Nullable Double plain,
    String who,
    @Nullable Double watched,
    Figures compared,
    List<Point> curve) {

  /** A point of a curve. */
  public record Point(int at, Figures plain, Figures watched) {}

  /** What those batches of the row's plans say. */
  public static Result of(Row row, List<Batches> batches) {
    Sides sides = row.reading().read(batches);
    Unit unit = row.unit();
    Figures compared = sides.compared().in(row.comparedUnit());
    Row.Axis axis = row.curve();
    if (axis != null) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < axis.points().size(); i++) {
        Figures plain = sides.plain().get(i).in(unit);
        points.add(new Point(axis.points().get(i), plain, sides.watched().get(i).in(unit)));
      }
      return new Result(row, sides.beside(), null, sides.who(), null, compared, points);
    }
    return new Result(
        row,
        sides.beside(),
        middle(sides.plain(), unit),
        sides.who(),
        middle(sides.watched(), unit),
        compared,
        List.of());
  }

  private static @Nullable Double middle(List<Figures> side, Unit unit) {
    return side.isEmpty() ? null : side.getFirst().in(unit).median();
  }

  /** Whether the aim is met in the middle of the repetitions; null without an aim. */
  public @Nullable Boolean met() {
    Aim aim = row.aim();
    return aim == null ? null : aim.isMet(compared.median());
  }

  /** Whether some repetitions say that the aim is met, and others that it is not. */
  public boolean isNoisy() {
    Aim aim = row.aim();
    return aim != null && aim.isMet(compared.min()) != aim.isMet(compared.max());
  }

  /**
   * Whether every repetition is worse than each of an earlier run. Rows without an aim are of
   * others.
   */
  public boolean isWorseThan(Result earlier) {
    Aim aim = row.aim();
    if (aim == null) {
      return false;
    }
    return aim.atMost()
        ? compared.min() > earlier.compared.max()
        : compared.max() < earlier.compared.min();
  }
}
