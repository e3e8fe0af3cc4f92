package io.pickglass.repl.top.page;

import io.pickglass.model.WarnedTask;
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
import java.util.Set;
import java.util.stream.Collectors;

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
  private List<Warning> shown = List.of();

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
    return (target, clock) -> {
      WarningsAnswer now = target.warnings();
      List<Warning> all = new ArrayList<>(now.active());
      all.addAll(target.pastWarnings(PAST).reversed());
      long millis = clock.millis();
      return () -> recent.add(millis, List.copyOf(all));
    };
  }

  @Override
  boolean showsWarnings() {
    return false;
  }

  @Override
  public void at(long moment) {
    // Each says from when to when it was so: that reaches further back than our own looks.
    shown =
        recent.at(0).orElse(List.of()).stream()
            .filter(warning -> moment == 0 || warning.sinceMillis() <= moment)
            .map(warning -> moment == 0 ? warning : asItWas(warning, moment))
            .toList();
    grid.takeAll(shown);
  }

  private static Warning asItWas(Warning then, long moment) {
    boolean over = then.clearedMillis() != 0 && then.clearedMillis() <= moment;
    return new Warning(
        then.number(),
        then.name(),
        then.level(),
        then.subjectKind(),
        then.subject(),
        then.summary(),
        then.sinceMillis(),
        Math.min(then.seenMillis(), moment),
        over ? then.clearedMillis() : 0,
        then.count(),
        then.maxCount(),
        then.value(),
        then.maxValue(),
        then.threshold(),
        then.unit(),
        then.tasks(),
        then.evidence());
  }

  @Override
  public void forget() {
    recent.clear();
    shown = List.of();
    grid.clear();
  }

  @Override
  List<Row> head(int ofWidth, Look with) {
    long active = shown.stream().filter(warning -> warning.clearedMillis() == 0).count();
    return List.of(
        Row.of(
            Span.bold("Warnings (%d) ".formatted(active), Ink.STRONG),
            Span.of("%d are over".formatted(shown.size() - active), Ink.NOTE)));
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
    Set<String> ids() {
      return warning.tasks().stream().map(WarnedTask::id).collect(Collectors.toSet());
    }

    @Override
    public Question question() {
      return (_, _) -> () -> {};
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
