package io.pickglass.repl.view;

import static io.pickglass.repl.series.Noise.Weight.UNKNOWN;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Difference;
import io.pickglass.repl.series.Judgement;
import io.pickglass.repl.series.Noise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Two stretches of time side by side. */
public final class DiffView {
  private DiffView() {}

  /**
   * One of the two.
   *
   * @param name its sequence numbers, and what the user called it
   */
  public record Side(String name, Interval<?> interval) {}

  /**
   * The lines.
   *
   * @param all whether metrics that are zero in both are shown, too
   */
  public static List<Line> lines(
      Side a,
      Side b,
      boolean perSecond,
      boolean all,
      Function<Metric, Judgement> judge,
      int width,
      Symbols symbols) {
    List<Difference> rows =
        Difference.between(a.interval, b.interval, perSecond).stream()
            .filter(d -> all || !d.isZero())
            .toList();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.note(symbols.fit(title("A", a, symbols), width)));
    lines.add(Line.note(symbols.fit(title("B", b, symbols), width)));
    Table<Difference> table = Table.of(columns(perSecond, judge), rows, width, symbols);
    lines.add(table.header());
    rows.forEach(row -> lines.add(toned(table.row(row), judge.apply(row.metric()))));
    if (rows.isEmpty()) {
      lines.add(Line.note(symbols.fit("nothing happened in either: --all shows the zeros", width)));
    } else if (rows.stream().allMatch(row -> judge.apply(row.metric()).weight() == UNKNOWN)) {
      String few =
          "too few intervals to tell a change from the noise: at least %d steps are needed";
      lines.add(Line.note(symbols.fit(few.formatted(Noise.ENOUGH), width)));
    }
    return lines;
  }

  /** What is beyond the noise of one interval against that before it; the header once. */
  public static List<Line> following(
      List<Difference> rows,
      Function<Metric, Judgement> judge,
      boolean perSecond,
      int width,
      Symbols symbols) {
    Table<Difference> table = Table.of(columns(perSecond, judge), rows, width, symbols);
    List<Line> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(toned(table.row(row), judge.apply(row.metric()))));
    return lines;
  }

  private static Line toned(Line line, Judgement judgement) {
    Tone tone =
        !judgement.isSignificant()
            ? Tone.PLAIN
            : switch (judgement.direction()) {
              case BETTER -> Tone.GOOD;
              case WORSE -> Tone.BAD;
              case NEUTRAL, SAME -> Tone.PLAIN;
            };
    return new Line(line.text(), tone);
  }

  private static String title(String letter, Side side, Symbols symbols) {
    String length = Durations.detailed(side.interval.elapsedNanos(), symbols);
    return "%s = %s: %s from %s".formatted(letter, side.name, length, side.interval.start());
  }

  private static List<Column<Difference>> columns(
      boolean perSecond, Function<Metric, Judgement> judge) {
    return List.of(
        column("metric", Column.Align.LEFT, 0, (d, _) -> name(d.metric(), perSecond)),
        column("A", Column.Align.RIGHT, 2, (d, s) -> value(d, d.a(), s)),
        column("B", Column.Align.RIGHT, 1, (d, s) -> value(d, d.b(), s)),
        column("difference", Column.Align.RIGHT, 1, (d, s) -> signed(d, s)),
        column("relative", Column.Align.RIGHT, 3, DiffView::relative),
        column("verdict", Column.Align.LEFT, 0, (d, _) -> judge.apply(d.metric()).word()));
  }

  private static Column<Difference> column(
      String header,
      Column.Align align,
      int priority,
      BiFunction<Difference, Symbols, String> text) {
    return new Column<>(header, 6, align, priority, Comparator.comparing(_ -> 0), text);
  }

  private static String name(Metric metric, boolean perSecond) {
    return metric.metricName() + (perSecond && metric.addsUp() ? "/s" : "");
  }

  private static String value(Difference difference, Number value, Symbols symbols) {
    return Values.change(difference.metric(), whole(difference.metric(), value), symbols);
  }

  private static String signed(Difference d, Symbols symbols) {
    String text = value(d, d.change(), symbols);
    return d.change().doubleValue() > 0 ? "+" + text : text;
  }

  private static String relative(Difference d, Symbols symbols) {
    return d.relative().isEmpty()
        ? symbols.absent()
        : String.format(Locale.ROOT, "%+.1f%%", d.relative().getAsDouble() * 100);
  }

  /** Nanoseconds per second are shown as nanoseconds without a fraction. */
  private static Number whole(Metric metric, Number value) {
    return metric.unit() == Unit.NANOS ? (Number) value.longValue() : value;
  }
}
