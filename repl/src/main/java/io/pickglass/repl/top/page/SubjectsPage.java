package io.pickglass.repl.top.page;

import io.pickglass.model.Interval;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All monitors or all runtimes, a line each. */
public final class SubjectsPage extends TablePage<SeenSubject> {
  private final Subject subject;
  private final Rings rings = new Rings();

  /** Of one of the two. */
  public SubjectsPage(Subject subject) {
    super(
        new Grid<>(
            SubjectCols.of(subject),
            seen -> seen.now().name(),
            subject == Subject.MONITOR ? "Monitor" : "Runtime"));
    this.subject = subject;
  }

  @Override
  public String name() {
    return subject.plural();
  }

  @Override
  public Question question() {
    long after = rings.after();
    return (target, clock) -> {
      List<String> names = target.names().of(subject);
      Rings.Asked intervals = Rings.ask(target, clock, subject, names, after);
      return () -> rings.add(names, intervals);
    };
  }

  @Override
  public void at(long moment) {
    List<SeenSubject> rows = new ArrayList<>();
    for (String name : rings.names()) {
      List<Interval<?>> minute = rings.upTo(name, moment, Spark.MINUTE);
      if (!minute.isEmpty()) {
        rows.add(new SeenSubject(minute.getLast(), List.copyOf(minute)));
      }
    }
    grid.takeAll(rows);
  }

  @Override
  public void forget() {
    rings.clear();
    grid.clear();
  }

  @Override
  List<Row> head(int ofWidth, Look with) {
    String title = subject == Subject.MONITOR ? "Monitors" : "Runtimes";
    return List.of(
        Row.of(
            Span.bold(title + " (" + grid.total() + ")", Ink.STRONG),
            Span.of("  numbers of one interval", Ink.NOTE)));
  }

  @Override
  public Optional<Page> opened() {
    return Optional.ofNullable(grid.selectedRow())
        .map(seen ->
            subject == Subject.MONITOR
                ? new SubjectPage(subject, seen.now().name())
                : new WorkersPage(seen.now().name()));
  }
}
