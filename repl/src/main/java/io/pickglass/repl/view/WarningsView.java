package io.pickglass.repl.view;

import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.repl.view.Column.Align;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Warnings: those that are active in full, those that are over a line each, and the rules. */
public final class WarningsView {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String INDENT = "  ";

  private WarningsView() {}

  /** What is the matter now. */
  public static List<Line> active(
      List<Warning> warnings, List<WarningRule> rules, ZoneId zone, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    if (warnings.isEmpty()) {
      long on = rules.stream().filter(WarningsView::isOn).count();
      note(
          lines,
          "nothing is the matter, say " + on + " rules; `warnings --rules` lists them",
          width);
    }
    for (Warning warning : warnings) {
      String first = warning.level() + ": " + warning.summary();
      Paragraph.of(clean(first, symbols), "", width).forEach(line -> lines.add(Line.header(line)));
      plain(lines, facts(warning, zone, symbols), width, symbols);
      for (WarnedTask task : warning.tasks()) {
        plain(lines, task.sentence(), width, symbols);
      }
      long more = warning.count() - warning.tasks().size();
      if (!warning.tasks().isEmpty() && more > 0) {
        plain(lines, "and " + more + " more", width, symbols);
      }
      warning.evidence().forEach(line -> plain(lines, "| " + line, width, symbols));
    }
    rules.stream()
        .filter(rule -> isOn(rule) && !rule.lacks().isEmpty())
        .forEach(rule -> note(lines, rule.name() + " lacks " + rule.lacks(), width));
    return lines;
  }

  private static boolean isOn(WarningRule rule) {
    return !rule.level().equals("off");
  }

  private static String facts(Warning warning, ZoneId zone, Symbols symbols) {
    String facts =
        warning.name()
            + " since "
            + time(warning.sinceMillis(), zone)
            + ", for "
            + Durations.brief(lastingNanos(warning), symbols)
            + "; at worst "
            + value(warning.maxValue(), warning, symbols);
    return warning.maxCount() > warning.count()
        ? facts + ", at most " + warning.maxCount() + " at once"
        : facts;
  }

  /** What was the matter. */
  public static List<Line> history(
      List<Warning> warnings, ZoneId zone, int width, Symbols symbols) {
    if (warnings.isEmpty()) {
      List<Line> lines = new ArrayList<>();
      note(lines, "nothing that is over: no warning was cleared", width);
      return lines;
    }
    List<Column<Warning>> columns =
        List.of(
            text("since", 0, (warning, _) -> time(warning.sinceMillis(), zone)),
            number("for", 2, (warning, any) -> Durations.brief(lastingNanos(warning), any)),
            text("level", 3, (warning, _) -> warning.level()),
            text("warning", 0, (warning, _) -> warning.name()),
            text("of", 0, (warning, any) -> clean(warning.subject(), any)),
            number("most", 1, (warning, _) -> Long.toString(warning.maxCount())),
            number("worst", 1, (warning, any) -> value(warning.maxValue(), warning, any)));
    return Table.of(columns, warnings, width, symbols).lines(warnings);
  }

  /** Of what is warned. */
  public static List<Line> rules(List<WarningRule> rules, int width, Symbols symbols) {
    List<Column<WarningRule>> columns =
        List.of(
            text("warning", 0, (rule, _) -> rule.name()),
            text("level", 0, (rule, _) -> rule.level()),
            text("threshold", 0, (rule, any) -> clean(rule.thresholdText(), any)));
    Table<WarningRule> table = Table.of(columns, rules, width, symbols);
    List<Line> lines = new ArrayList<>();
    lines.add(table.header());
    for (WarningRule rule : rules) {
      lines.add(table.row(rule));
      note(lines, INDENT, "raised when " + clean(rule.raisedWhen(), symbols), width);
      note(lines, INDENT, clean(rule.advice(), symbols), width);
      if (!rule.lacks().isEmpty()) {
        note(lines, INDENT, "lacks " + clean(rule.lacks(), symbols), width);
      }
    }
    return lines;
  }

  private static String value(long value, Warning warning, Symbols symbols) {
    return warning.unit().equals("percent") ? value + " %" : Durations.brief(value, symbols);
  }

  private static long lastingNanos(Warning warning) {
    long end = warning.clearedMillis() == 0 ? warning.seenMillis() : warning.clearedMillis();
    return Math.max(0, end - warning.sinceMillis()) * 1_000_000;
  }

  private static String time(long millis, ZoneId zone) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone).format(TIME);
  }

  /** The program's own words stand in it: no control characters, and what can be shown. */
  private static String clean(String text, Symbols symbols) {
    return text.replaceAll("\\p{Cntrl}", "?")
        .replace(Symbols.UNICODE.ellipsis(), symbols.ellipsis())
        .replace(Symbols.UNICODE.micro(), symbols.micro());
  }

  private static void plain(List<Line> lines, String text, int width, Symbols symbols) {
    Paragraph.of(clean(text, symbols), INDENT, width).forEach(line -> lines.add(Line.plain(line)));
  }

  private static void note(List<Line> lines, String text, int width) {
    note(lines, "", text, width);
  }

  private static void note(List<Line> lines, String indent, String text, int width) {
    Paragraph.of(text, indent, width).forEach(line -> lines.add(Line.note(line)));
  }

  private static <T> Column<T> text(
      String header, int priority, BiFunction<T, Symbols, String> text) {
    return column(header, Align.LEFT, priority, text);
  }

  private static <T> Column<T> number(
      String header, int priority, BiFunction<T, Symbols, String> text) {
    return column(header, Align.RIGHT, priority, text);
  }

  // In the order in which the target tells them.
  private static <T> Column<T> column(
      String header, Align align, int priority, BiFunction<T, Symbols, String> text) {
    return new Column<>(header, 0, align, priority, Comparator.comparing(_ -> 0), text);
  }
}
