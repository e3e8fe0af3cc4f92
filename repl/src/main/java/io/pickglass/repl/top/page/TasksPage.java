package io.pickglass.repl.top.page;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.Warning;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import io.pickglass.repl.top.table.GridView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks, a line each, or groups of them. */
public final class TasksPage implements Page {
  private static final int MOST_GROUPS = 1_000;
  // As the benchmark P11 measures it, and something for what must be collected later.
  private static final long NANOS_OF_A_TASK = 150;
  private static final long HUNDREDFOLD = 100;

  private final String retain;
  private final TaskChoice choice;
  private final Recent<TaskList> recent = new Recent<>();
  private final Recent<Map<String, String>> waitsFor = new Recent<>();
  private final Grid<SeenTask> tasks =
      new Grid<>(TaskCols.ofTasks(), seen -> seen.task().id(), "Total").over(SeenTask::isOver);
  private final GridKeys keys = new GridKeys();
  private Grid<TaskGroup> groups = groupsBy("location");
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
    this(retain, "");
  }

  /** Those that the filter lets through. */
  TasksPage(String retain, String filter) {
    this.retain = retain;
    this.choice = new TaskChoice(retain, filter);
    tasks.toggle(TaskCols.WAITS_FOR);
  }

  private static Grid<TaskGroup> groupsBy(String column) {
    return new Grid<>(TaskCols.ofGroups(column), TaskGroup::value, "Total");
  }

  @Override
  public String name() {
    return "tasks";
  }

  private Grid<?> grid() {
    return choice.isGrouped() ? groups : tasks;
  }

  @Override
  public Question question() {
    String by = choice.by();
    List<String> conditions = choice.conditions();
    if (!by.isEmpty()) {
      String where =
          conditions.stream().map(each -> "where (" + each + ") ").collect(Collectors.joining());
      String query = where + "group " + by + " limit " + MOST_GROUPS;
      return (target, clock) -> {
        TaskList list = target.tasks(query);
        long millis = clock.told(list.atMillis());
        return () -> {
          if (by.equals(choice.by())) {
            take(millis, list);
          }
        };
      };
    }
    Function<Target, TaskWindow> window = TaskWindow.question(tasks, conditions, choice.warned());
    return (target, clock) -> {
      TaskWindow answer = window.apply(target);
      long millis = clock.told(answer.list().atMillis());
      return () -> {
        waitsFor.add(millis, answer.waits());
        if (!choice.isGrouped()) {
          take(millis, answer.list());
        }
      };
    };
  }

  @Override
  public Object topic() {
    long from = tasks.isMissing() ? tasks.from() : -1;
    return List.of(
        choice.by(), choice.conditions(), tasks.sort().header(), tasks.descending(), from);
  }

  /** Takes an answer; it is shown by {@link #at}. */
  public void take(long millis, TaskList list) {
    recent.add(millis, list);
  }

  @Override
  public void at(long newMoment) {
    moment = newMoment;
    recent.at(moment).ifPresentOrElse(this::show, () -> grid().clear());
  }

  private void show(TaskList list) {
    if (choice.isGrouped()) {
      groups.takeAll(list.groups());
      return;
    }
    Map<String, Long> warned = choice.warned();
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
    choice.warnings(active);
  }

  /**
   * A list goes through all live tasks: no more than a hundredth of a processor's time for that.
   */
  @Override
  public Duration pace() {
    long nanos =
        recent.at(0).map(list -> list.liveCount() * NANOS_OF_A_TASK * HUNDREDFOLD).orElse(0L);
    return Duration.ofSeconds(nanos / 1_000_000_000);
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
        choice.isGrouped()
            ? GridView.rows(groups, ofWidth, left, with)
            : GridView.rows(tasks, ofWidth, left, with));
    return rows;
  }

  private List<Row> head(int ofWidth, int height, Look with) {
    List<Row> rows = new ArrayList<>();
    @Nullable TaskList list = recent.at(moment).orElse(null);
    if (height > 4) {
      rows.addAll(WarningBox.rows(choice.warnings(), ofWidth, Math.clamp(height / 6, 1, 4), with));
    }
    rows.add(TasksTitle.row(list, moment, choice.isOnlyWarned(), choice.by(), with));
    rows.addAll(choice.rows());
    return rows;
  }

  @Override
  public boolean press(Key key) {
    if (choice.typed(key)) {
      return true;
    }
    switch (key.name()) {
      case "/" -> choice.openFilter();
      case "n" -> choice.toggleWarned();
      case "b" -> {
        choice.nextGroup();
        if (choice.isGrouped()) {
          groups = groupsBy(choice.by());
        }
        recent.clear();
      }
      case "Click" -> click(key);
      case "Esc" -> {
        if (!choice.reset()) {
          return false;
        }
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
    } else if (line == 0 && choice.isGrouped()) {
      sortByClick(groups, key);
    } else if (line == 0) {
      sortByClick(tasks, key);
    }
  }

  private <T> void sortByClick(Grid<T> grid, Key key) {
    Col<T> column = GridView.columnAt(grid, key.x(), width, lines, look);
    if (column != null) {
      grid.sortBy(column);
    }
  }

  @Override
  public Optional<Page> opened() {
    if (!choice.isGrouped()) {
      return Optional.ofNullable(tasks.selectedRow()).map(seen -> new TaskPage(seen.task().id()));
    }
    return Optional.ofNullable(groups.selectedRow())
        .map(selected ->
            new TasksPage(retain, choice.by() + " = " + TaskQuestion.quoted(selected.value())));
  }

  @Override
  public Optional<String> copied() {
    return Optional.ofNullable(tasks.selectedRow())
        .filter(_ -> !choice.isGrouped())
        .map(seen ->
            tasks.columns().stream()
                .map(column -> column.cell().apply(seen, look).text())
                .collect(Collectors.joining("\t")));
  }

  @Override
  public Optional<String> typing() {
    return choice.isTyping() ? Optional.of("filter") : Optional.empty();
  }

  @Override
  public List<String> controls() {
    return choice.isTyping()
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
