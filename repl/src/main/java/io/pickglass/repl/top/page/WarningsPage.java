package io.pickglass.repl.top.page;

import io.pickglass.model.Warning;
import io.pickglass.repl.target.WarningsAnswer;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import io.pickglass.repl.view.WarningsView;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is the matter, and what was. */
public final class WarningsPage extends TablePage<Warning> {
  private static final int PAST = 200;
  private static final List<String> LEVELS = List.of("info", "warning", "critical");
  private static final long NANOS_OF_MILLI = 1_000_000;

  private static final List<Col<Warning>> COLUMNS =
      List.of(
          Col.text("Warning", "the rule that says so", 0, "", Warning::name),
          new Col<>(
              "Level",
              "how much it matters: info, warning, critical",
              true,
              8,
              3,
              "",
              Comparator.comparingInt(warning -> LEVELS.indexOf(warning.level())),
              (warning, look) ->
                  Span.of(
                      warning.clearedMillis() == 0 ? warning.level() : "over",
                      warning.clearedMillis() == 0 ? Ink.BAD : Ink.DIM),
              false),
          Col.text("Of", "the monitor or runtime", 1, "", Warning::subject),
          Col.count("Tasks", "of how many tasks it is or was so", 2, "", Warning::count),
          Col.time("For", "since when, until it was over", 1, "", WarningsPage::lasting),
          Col.text("Summary", "what is the matter", 0, "", Warning::summary));

  private final Recent<List<Warning>> recent = new Recent<>();

  /** Of all. */
  public WarningsPage() {
    super(
        new Grid<>(COLUMNS, warning -> Long.toString(warning.number()), "Level")
            .over(warning -> warning.clearedMillis() != 0));
  }

  private static long lasting(Warning warning) {
    long end = warning.clearedMillis() == 0 ? warning.seenMillis() : warning.clearedMillis();
    return Math.max(0, end - warning.sinceMillis()) * NANOS_OF_MILLI;
  }

  @Override
  public String name() {
    return "warnings";
  }

  @Override
  public Question question() {
    return target -> {
      WarningsAnswer now = target.warnings();
      List<Warning> all = new ArrayList<>(now.active());
      all.addAll(target.pastWarnings(PAST).reversed());
      long millis = System.currentTimeMillis();
      return () -> recent.add(millis, List.copyOf(all));
    };
  }

  @Override
  boolean showsWarnings() {
    return false;
  }

  @Override
  public void at(long moment) {
    grid.takeAll(recent.at(moment).orElse(List.of()));
  }

  @Override
  public void forget() {
    recent.clear();
    grid.clear();
  }

  @Override
  List<Row> head(int ofWidth, Look with) {
    List<Warning> all = recent.at(0).orElse(List.of());
    long active = all.stream().filter(warning -> warning.clearedMillis() == 0).count();
    return List.of(
        Row.of(
            Span.bold("Warnings (%d) ".formatted(active), Ink.STRONG),
            Span.of("%d are over".formatted(all.size() - active), Ink.NOTE)));
  }

  @Override
  public Optional<Page> opened() {
    return Optional.ofNullable(grid.selectedRow()).map(One::new);
  }

  /** One of them in full, as it was when it was opened. */
  private static final class One extends DocPage {
    private final Warning warning;

    One(Warning warning) {
      this.warning = warning;
    }

    @Override
    public String name() {
      return "warning " + warning.name();
    }

    @Override
    public Question question() {
      return _ -> () -> {};
    }

    @Override
    List<Row> text(int width, Look look) {
      return WarningsView.active(
              List.of(warning), List.of(), ZoneId.systemDefault(), width, look.symbols())
          .stream()
          .map(Row::of)
          .toList();
    }
  }
}
