package io.pickglass.repl.top.page;

import io.pickglass.model.Resource;
import io.pickglass.model.ResourceList;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import io.pickglass.repl.view.TaskText;
import io.pickglass.repl.view.WaitText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What tasks wait for, and who has it. */
public final class ResourcesPage extends TablePage<Resource> {
  private static final int MOST = 1_000;

  private static final List<Col<Resource>> COLUMNS =
      List.of(
          Col.text("ID", "the same as long as it is asked for", 0, "", Resource::id),
          Col.text("Parent", "that of which it is a part", 7, "", Resource::parent),
          Col.text("Kind", "lock, monitor, queue, timer, io …", 1, "", Resource::kind),
          Col.time(
              "Total",
              "since it was made where that is tracked, else since it was first shown",
              5,
              "",
              resource -> resource.totalNanos() < 0 ? resource.ageNanos() : resource.totalNanos()),
          Col.text("Type", "its class", 2, "", Resource::type),
          Col.cell(
              "Vis",
              "PUB: the program knows it. INT: it is a part of its parent",
              9,
              "",
              Comparator.comparing(Resource::internal),
              (resource, look) ->
                  Span.plain(resource.internal() ? look.hidden() + "INT" : look.shown() + "PUB")),
          Col.count("Waiters", "how many wait for it", 1, "", Resource::waiterCount),
          Col.time("Longest", "how long one has waited", 2, "", Resource::longestWaitNanos),
          Col.text(
              "Holder",
              "who has it",
              2,
              "",
              resource -> WaitText.who(resource.holder(), resource.holderName())),
          Col.place("Location", "where it is waited for", 4, "", Resource::location),
          Col.text(
              "Attributes",
              "what it tells of itself",
              6,
              "",
              resource -> String.join(" ", resource.attributes())),
          Col.text(
              "Target",
              "module and package of its class",
              10,
              "",
              resource -> TaskText.shortened(resource.target())));

  private final Recent<ResourceList> recent = new Recent<>();
  private long moment;

  /** Of all tasks. */
  public ResourcesPage() {
    super(new Grid<>(COLUMNS, Resource::id, "Waiters"));
  }

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public Question question() {
    return (target, clock) -> {
      ResourceList list = target.resources().list("limit " + MOST);
      long millis = clock.told(list.atMillis());
      return () -> recent.add(millis, list);
    };
  }

  @Override
  public void at(long newMoment) {
    moment = newMoment;
    grid.takeAll(recent.at(moment).map(ResourceList::rows).orElse(List.of()));
  }

  @Override
  public void forget() {
    recent.clear();
    grid.clear();
  }

  @Override
  List<Row> head(int ofWidth, Look with) {
    List<Row> rows = new ArrayList<>();
    String title =
        recent
            .at(moment)
            .map(list ->
                "Resources (%d)  %d wait, %d of them looked into"
                    .formatted(list.matchedCount(), list.waitingCount(), list.lookedIntoCount()))
            .orElse("Resources");
    rows.add(Row.of(Span.bold(title, Ink.STRONG)));
    recent
        .at(moment)
        .ifPresent(list -> list.lacks().forEach(lack -> rows.add(Row.of(lack, Ink.NOTE))));
    return rows;
  }

  @Override
  public Optional<Page> opened() {
    return Optional.ofNullable(grid.selectedRow()).map(resource -> new ResourcePage(resource.id()));
  }
}
