package io.pickglass.repl.command;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.TaskJson;
import io.pickglass.repl.view.TasksView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tasks}. */
@Command(
    name = "tasks",
    description = {
      "The tasks one by one: those that live, and those that ended last.",
      "total is a task's time from its beginning to now or to its end; busy, sched and idle are its"
          + " parts: in polls, ready and not polled, waiting. PATTERN may have * for anything;"
          + " without one it is looked for anywhere in the text."
    },
    footer = {
      "",
      "An expression compares columns: busy > 5ms and (name ~ GET or field.user = 7) and not"
          + " state = idle. The columns are id, kind, state, name, monitor, location, target, parent,"
          + " thrown, total, busy, scheduled, idle, firstPollDelay, inState, lastPoll, polls, wakes,"
          + " selfWakes, field.KEY; the operators = != < <= > >= ~ !~."
    })
final class TasksCommand extends ReplCommand {
  @Option(
      names = "--monitor",
      paramLabel = "NAME",
      completionCandidates = MonitorNames.class,
      description = "Of this monitor; users.* of all that begin so.")
  private @Nullable String monitor;

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "STATE",
      completionCandidates = TaskWords.States.class,
      description =
          "In this state, or one of several: running, scheduled, idle, returned, failed, cancelled,"
              + " live, ended.")
  private List<String> states = new ArrayList<>();

  @Option(names = "--name", paramLabel = "PATTERN", description = "With such a name.")
  private @Nullable String name;

  @Option(
      names = "--place",
      paramLabel = "PATTERN",
      description = "Started at such a place, such as OrderService.")
  private @Nullable String place;

  @Option(
      names = "--field",
      paramLabel = "KEY=VALUE",
      description = "With this field, which the program has noted; may be given again.")
  private List<String> fields = new ArrayList<>();

  @Option(names = "--where", paramLabel = "EXPRESSION", description = "For which this is true.")
  private @Nullable String where;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN[:asc|desc]",
      completionCandidates = TaskWords.Columns.class,
      description = "Order by this column (default: total). Numbers fall, texts rise.")
  private @Nullable String sort;

  @Option(names = "--limit", paramLabel = "N", description = "So many at most (default: 50).")
  private @Nullable Integer limit;

  @Option(names = "--offset", paramLabel = "N", description = "Without the first N.")
  private @Nullable Integer offset;

  @Option(
      names = "--group-by",
      paramLabel = "COLUMN",
      completionCandidates = TaskWords.Keys.class,
      description =
          "Sums of the tasks that have the same location, name, monitor, state, or field.KEY.")
  private @Nullable String group;

  TasksCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    TaskQueryText query = query();
    TaskList list;
    try {
      list = session.target().tasks(query.toString());
    } catch (TargetException e) {
      throw e.kind() == TargetException.Kind.BAD_QUESTION ? query.failure(e) : e;
    }
    checkMonitor(list);
    session.known().ids().tasks(list.rows(), TaskRow::id);
    TasksView.missing(list).ifPresent(session.output()::note);
    if (!session.target().isLive()) {
      session
          .output()
          .note("of the tasks of that moment, those that had lived longest are recorded");
    }
    String by = String.valueOf(group);
    session.answer(
        () ->
            Stream.concat(
                    list.rows().stream().map(TaskJson::of),
                    list.groups().stream().map(each -> TaskJson.of(by, each)))
                .toList(),
        () -> lines(list));
  }

  private List<Line> lines(TaskList list) {
    int width = session.output().width();
    return group == null
        ? TasksView.tasks(list, width, session.output().symbols())
        : TasksView.groups(list, group, width, session.output().symbols());
  }

  private TaskQueryText query() {
    TaskQueryText query = new TaskQueryText();
    if (where != null) {
      query.where(where);
    }
    if (monitor != null) {
      query.equal("monitor", Named.unmarked(Subject.MONITOR, monitor));
    }
    if (!states.isEmpty()) {
      query.states(states.stream().map(TaskWords::state).toList());
    }
    if (name != null) {
      query.like("name", name);
    }
    if (place != null) {
      query.like("location", place);
    }
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals < 1) {
        throw CommandFailure.usage(
            "`--field %s` is no field: give KEY=VALUE, such as user=7".formatted(field));
      }
      query.equal("field." + field.substring(0, equals), field.substring(equals + 1));
    }
    if (sort != null) {
      query.clause("sort", TaskWords.order(sort));
    }
    if (group != null) {
      query.clause("group", TaskQueryText.quoted(TaskWords.column(group)));
    }
    return query.number("limit", limit).number("offset", offset);
  }

  /** An empty list and a name that was mistyped look alike. */
  private void checkMonitor(TaskList list) {
    if (monitor == null || list.matchedCount() > 0 || monitor.contains("*")) {
      return;
    }
    String given = Named.unmarked(Subject.MONITOR, monitor);
    Names names = session.target().names();
    if (!names.monitors().contains(given)) {
      throw CommandFailure.failed(Missing.sentence(session, names, given, Subject.MONITOR));
    }
  }

  /** Completes the monitor. */
  static final class MonitorNames implements Iterable<String> {
    private final Session session;

    MonitorNames(Session session) {
      this.session = session;
    }

    @Override
    public Iterator<String> iterator() {
      return session.known().names().monitors().iterator();
    }
  }
}
