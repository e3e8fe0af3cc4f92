package io.pickglass.repl.top.page;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.Wait;
import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import io.pickglass.repl.top.table.GridView;
import io.pickglass.repl.view.WaitText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks, a line each, or groups of them. */
public final class TasksPage implements Page {
  private static final List<String> GROUPS = List.of("", "location", "name", "monitor", "state");
  private static final int MOST_WAITS = 1_000;
  private static final int MOST_GROUPS = 1_000;

  private final String retain;
  private final Recent<TaskList> recent = new Recent<>();
  private final Recent<Map<String, String>> waitsFor = new Recent<>();
  private final Grid<SeenTask> tasks =
      new Grid<>(TaskCols.ofTasks(), seen -> seen.task().id(), "Total").over(SeenTask::isOver);
  private final GridKeys keys = new GridKeys();
  private final Typed filter = new Typed();
  private Grid<TaskGroup> groups = groupsBy("location");
  private String given = "";
  private int group;
  private boolean onlyWarned;
  private List<Warning> warnings = List.of();
  private long moment;
  private int width = 1;
  private int lines = 1;
  private Look look = Look.ASCII;

  /**
   * Of all monitors.
   *
   * @param retain how long ended tasks stay, as a duration of the target's language; empty for ever
   */
  public TasksPage(String retain) {
    this.retain = retain;
    tasks.toggle(TaskCols.WAITS_FOR);
  }

  /** Of a group: those that the filter lets through. */
  private TasksPage(String retain, String filter) {
    this(retain);
    this.given = filter;
    this.filter.set(filter);
  }

  private static Grid<TaskGroup> groupsBy(String column) {
    return new Grid<>(TaskCols.ofGroups(column), TaskGroup::value, "Total");
  }

  @Override
  public String name() {
    return "tasks";
  }

  private String by() {
    return GROUPS.get(group);
  }

  private Grid<?> grid() {
    return group == 0 ? tasks : groups;
  }

  @Override
  public Question question() {
    String by = by();
    List<String> conditions = conditions();
    if (!by.isEmpty()) {
      String where =
          conditions.stream().map(each -> "where (" + each + ") ").collect(Collectors.joining());
      String query = where + "group " + by + " limit " + MOST_GROUPS;
      return target -> answered(target.tasks(query), by);
    }
    TaskQuestion question =
        new TaskQuestion(
            conditions,
            tasks.sort(),
            tasks.descending(),
            tasks.from(),
            tasks.many(),
            tasks.followed());
    if (tasks.isHidden(TaskCols.WAITS_FOR)) {
      return target -> answered(question.ask(target), by);
    }
    return target -> {
      TaskList list = question.ask(target);
      Map<String, String> waits = waits(target);
      Runnable take = answered(list, by);
      return () -> {
        waitsFor.add(list.atMillis(), waits);
        take.run();
      };
    };
  }

  private static Map<String, String> waits(Target target) {
    return target.resources().waits(MOST_WAITS).stream()
        .collect(Collectors.toMap(Wait::task, TasksPage::waitsFor, (first, _) -> first));
  }

  private static String waitsFor(Wait wait) {
    String holder = wait.holder().isEmpty() ? "" : " of " + wait.holder();
    return WaitText.what(wait.resource(), wait.resourceType()) + holder;
  }

  @Override
  public Object topic() {
    long from = tasks.isMissing() ? tasks.from() : -1;
    return List.of(by(), conditions(), tasks.sort().key(), tasks.descending(), from);
  }

  private Runnable answered(TaskList list, String by) {
    return () -> {
      if (by.equals(by())) {
        take(list);
      }
    };
  }

  /** Takes an answer; it is shown by {@link #at}. */
  public void take(TaskList list) {
    recent.add(list.atMillis(), list);
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    if (!retain.isEmpty()) {
      conditions.add("state = live or inState < " + retain);
    }
    TaskFilter.condition(filter.text()).ifPresent(conditions::add);
    if (onlyWarned) {
      String ids =
          warnedTasks().keySet().stream()
              .map(id -> "id = " + TaskQuestion.quoted(id))
              .collect(Collectors.joining(" or "));
      conditions.add(ids.isEmpty() ? "id = v0" : ids);
    }
    return conditions;
  }

  private Map<String, Long> warnedTasks() {
    return warnings.stream()
        .flatMap(warning -> warning.tasks().stream())
        .collect(Collectors.groupingBy(WarnedTask::id, Collectors.counting()));
  }

  @Override
  public void at(long newMoment) {
    moment = newMoment;
    recent.at(moment).ifPresentOrElse(this::show, () -> grid().clear());
  }

  private void show(TaskList list) {
    if (group > 0) {
      groups.takeAll(list.groups());
      return;
    }
    Map<String, Long> warned = warnedTasks();
    Map<String, String> waits = waitsFor.at(moment).orElse(Map.of());
    tasks.take(
        list.rows().stream()
            .map(row ->
                new SeenTask(
                    row, warned.getOrDefault(row.id(), 0L), waits.getOrDefault(row.id(), "")))
            .toList(),
        list.offset(),
        list.matchedCount());
  }

  @Override
  public void forget() {
    recent.clear();
    waitsFor.clear();
    tasks.clear();
    groups.clear();
  }

  @Override
  public void warnings(List<Warning> active) {
    warnings = active;
  }

  @Override
  public void fetches(boolean more) {
    tasks.fetches(more);
  }

  @Override
  public void arrange(int newWidth, int height, Look newLook) {
    width = newWidth;
    lines = height;
    look = newLook;
    grid().height(height - head(newWidth, height, newLook).size() - 1);
  }

  @Override
  public List<Row> rows(int ofWidth, int height, Look with) {
    List<Row> rows = new ArrayList<>(head(ofWidth, height, with));
    int left = height - rows.size() - 1;
    rows.addAll(
        group == 0
            ? GridView.rows(tasks, ofWidth, left, with)
            : GridView.rows(groups, ofWidth, left, with));
    return rows;
  }

  private List<Row> head(int ofWidth, int height, Look with) {
    List<Row> rows = new ArrayList<>();
    @Nullable TaskList list = recent.at(moment).orElse(null);
    if (height > 4) {
      rows.addAll(WarningBox.rows(warnings, ofWidth, Math.clamp(height / 6, 1, 4), with));
    }
    rows.add(TasksTitle.row(list, moment, onlyWarned, by(), with));
    if (filter.isOpen() || !filter.text().isEmpty()) {
      rows.add(
          Row.of(
              Span.bold("/", Ink.STRONG),
              Span.plain(filter.text()),
              Span.of(filter.isOpen() ? "_" : "", Ink.STRONG)));
    }
    return rows;
  }

  @Override
  public boolean press(Key key) {
    if (filter.press(key)) {
      return true;
    }
    switch (key.name()) {
      case "/" -> filter.open();
      case "n" -> onlyWarned = !onlyWarned;
      case "b" -> {
        group = (group + 1) % GROUPS.size();
        if (group > 0) {
          groups = groupsBy(by());
        }
        recent.clear();
      }
      case "Click" -> click(key);
      case "Esc" -> {
        if (filter.text().equals(given) && group == 0 && !onlyWarned) {
          return false;
        }
        filter.set(given);
        group = 0;
        onlyWarned = false;
        recent.clear();
      }
      default -> {
        return keys.press(key, grid());
      }
    }
    return true;
  }

  private void click(Key key) {
    int line = key.y() - head(width, lines, look).size();
    if (line > 0) {
      grid().click(line - 1);
    } else if (line == 0 && group == 0) {
      sortByClick(tasks, key);
    } else if (line == 0) {
      sortByClick(groups, key);
    }
  }

  private <T> void sortByClick(Grid<T> grid, Key key) {
    Col<T> column = GridView.columnAt(grid, key.x(), width, lines, look);
    if (column != null && (group > 0 || !column.key().isEmpty())) {
      grid.sortBy(column);
    }
  }

  @Override
  public Optional<Page> opened() {
    if (group == 0) {
      return Optional.ofNullable(tasks.selectedRow()).map(seen -> new TaskPage(seen.task().id()));
    }
    return Optional.ofNullable(groups.selectedRow())
        .map(selected ->
            new TasksPage(retain, by() + " = " + TaskQuestion.quoted(selected.value())));
  }

  @Override
  public Optional<String> copied() {
    return Optional.ofNullable(tasks.selectedRow())
        .filter(_ -> group == 0)
        .map(seen ->
            tasks.columns().stream()
                .map(column -> column.cell().apply(seen, look).text())
                .collect(Collectors.joining("\t")));
  }

  @Override
  public Optional<String> typing() {
    return filter.isOpen() ? Optional.of("filter") : Optional.empty();
  }

  @Override
  public List<String> controls() {
    return filter.isOpen()
        ? List.of(
            "Enter filters",
            "Esc gives up",
            "a word: name, location, monitor, state",
            "or busy > 5ms and field.user = 7")
        : List.of(
            "Enter opens", "/ filter", "b group", "n warned", "i invert", "c columns", "y copy");
  }

  @Override
  public List<String> meanings() {
    return grid().columns().stream()
        .map(column -> column.header() + ": " + column.meaning())
        .toList();
  }

  @Override
  public List<Choice> columns() {
    return grid().columns().stream()
        .map(column -> new Choice(column.header(), !grid().isHidden(column.header())))
        .toList();
  }

  @Override
  public void toggle(String column) {
    grid().toggle(column);
  }
}
