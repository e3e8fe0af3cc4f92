package io.pickglass.benchmarks.report;

import io.pickglass.benchmarks.row.Aim;
import io.pickglass.benchmarks.row.Figures;
import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Row;
import io.pickglass.benchmarks.row.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results for people. */
public final class Text {
  private Text() {}

  /** A result, in two lines. */
  public static List<String> lines(Result result) {
    Row row = result.row();
    List<String> parts = new ArrayList<>();
    if (result.plain() instanceof Double plain) {
      parts.add(name(result.beside()) + " " + row.unit().text(plain));
    }
    if (result.watched() instanceof Double watched) {
      parts.add(name(result.who()) + " " + row.unit().text(watched));
    }
    result.curve().forEach(point -> parts.add(point(row.unit(), point)));
    parts.add(compared(result));
    if (row.aim() instanceof Aim aim) {
      parts.add("aim %s: %s".formatted(aim.text(row.comparedUnit()), verdict(result)));
    }
    return List.of(
        "%-18s %s".formatted(row.id(), row.what()), " ".repeat(19) + String.join("   ", parts));
  }

  /** How those who are compared with are called. */
  static String name(String beside) {
    return beside.toLowerCase(Locale.ROOT);
  }

  private static String point(Unit unit, Result.Point point) {
    return "%,d: +%s"
        .formatted(point.at(), unit.text(point.watched().median() - point.plain().median()));
  }

  /** The comparison with its least and greatest repetition. */
  static String compared(Result result) {
    Unit unit = result.row().comparedUnit();
    Figures figures = result.compared();
    boolean difference = result.row().reading().kind().equals("difference");
    return "%s%s (%s to %s)"
        .formatted(
            difference && figures.median() > 0 ? "+" : "",
            unit.text(figures.median()),
            unit.text(figures.min()),
            unit.text(figures.max()));
  }

  /** Whether the aim is met. */
  private static String verdict(Result result) {
    boolean met = Boolean.TRUE.equals(result.met());
    return (met ? "met" : "NOT MET") + (result.isNoisy() ? ", noisy" : "");
  }
}
