package io.pickglass.repl.top.page;

import io.pickglass.model.ResourceDetail;
import io.pickglass.model.Wait;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import io.pickglass.repl.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One resource, and those that wait for it: each is one async op. */
final class ResourcePage extends TablePage<Wait> {
  private static final List<Col<Wait>> COLUMNS =
      List.of(
          Col.text("Task", "the task that waits; Enter opens it", 0, "", Wait::task),
          Col.text("Name", "what it is called", 2, "", Wait::name),
          Col.text("Parent", "the task that has made it", 7, "", Wait::parent),
          Col.time("Waits", "for how long it has waited now", 1, "", Wait::waitNanos),
          Col.text("Source", "what it has called", 4, "", Wait::source),
          Col.time("Total", "its life so far", 3, "", Wait::totalNanos),
          Col.time("Busy", "its time in polls", 5, "", Wait::busyNanos),
          Col.time("Idle", "its time waiting", 5, "", Wait::idleNanos),
          Col.count("Polls", "how often it was polled", 6, "", Wait::pollCount),
          Col.text("Monitor", "the monitor that counts it", 6, "", Wait::monitor),
          Col.place("Location", "its own frame that has called that", 7, "", Wait::location),
          Col.text(
              "Attributes",
              "what else is told of the wait",
              8,
              "",
              wait -> String.join(" ", wait.attributes())));

  private final String id;
  private final Recent<ResourceDetail> recent = new Recent<>();
  private Optional<ResourceDetail> shown = Optional.empty();

  ResourcePage(String id) {
    super(new Grid<>(COLUMNS, Wait::task, "Waits"));
    this.id = id;
  }

  @Override
  public String name() {
    return "resource " + id;
  }

  @Override
  public Question question() {
    return (target, clock) -> {
      ResourceDetail detail = target.resources().detail(id);
      long millis = clock.millis();
      return () -> recent.add(millis, detail);
    };
  }

  @Override
  public void at(long moment) {
    shown = recent.at(moment);
    grid.takeAll(shown.map(ResourceDetail::waits).orElse(List.of()));
  }

  @Override
  public void forget() {
    recent.clear();
    shown = Optional.empty();
    grid.clear();
  }

  @Override
  boolean showsWarnings() {
    return false;
  }

  @Override
  List<Row> head(int ofWidth, Look with) {
    List<Row> rows = new ArrayList<>();
    shown.ifPresent(detail ->
        ResourceView.facts(detail, ofWidth, with.symbols())
            .forEach(line -> rows.add(Row.of(line))));
    rows.add(Row.of(Span.bold("Async ops (%d)".formatted(grid.total()), Ink.STRONG)));
    return rows;
  }

  @Override
  public Optional<Page> opened() {
    // A platform thread that runs no task has nothing to open.
    return Optional.ofNullable(grid.selectedRow())
        .map(Wait::task)
        .filter(task -> !task.startsWith("t"))
        .map(TaskPage::new);
  }
}
