package io.pickglass.repl.top.page;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.view.ShowView;
import io.pickglass.repl.view.TasksView;
import io.pickglass.repl.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One monitor or runtime: its metrics, the last minute, and the tasks that live longest. */
final class SubjectPage extends DocPage {
  private static final List<Metric> OF_MONITOR =
      List.of(
          TaskMetric.POLL_COUNT,
          TaskMetric.MEAN_POLL_NANOS,
          TaskMetric.MEAN_SCHEDULED_NANOS,
          TaskMetric.MEAN_IDLE_NANOS,
          TaskMetric.LIVE_COUNT);
  private static final List<Metric> OF_RUNTIME =
      List.of(
          RuntimeMetric.BUSY_RATIO,
          RuntimeMetric.QUEUE_DEPTH,
          RuntimeMetric.STARVATION_NANOS,
          RuntimeMetric.POLL_COUNT,
          RuntimeMetric.CPU_NANOS);
  private static final int TASKS = 10;

  private final Subject subject;
  private final String subjectName;
  private final Rings rings = new Rings();
  private final Recent<TaskList> tasks = new Recent<>();
  private long moment;

  SubjectPage(Subject subject, String name) {
    this.subject = subject;
    this.subjectName = name;
  }

  @Override
  public String name() {
    return subject.word() + " " + subjectName;
  }

  @Override
  public Question question() {
    long after = rings.after();
    return (target, clock) -> {
      List<String> names = List.of(subjectName);
      Rings.Asked intervals = Rings.ask(target, clock, subject, names, after);
      Optional<TaskList> longest = longest(target);
      long millis = longest.map(list -> clock.told(list.atMillis())).orElse(0L);
      return () -> {
        rings.add(names, intervals);
        longest.ifPresent(list -> tasks.add(millis, list));
      };
    };
  }

  private Optional<TaskList> longest(Target target) {
    if (subject == Subject.RUNTIME) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          target.tasks(
              "where (monitor = %s and state = live) sort total desc limit %d"
                  .formatted(TaskQuestion.quoted(subjectName), TASKS)));
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.UNREACHABLE) {
        throw e;
      }
      return Optional.empty(); // an older one lists no tasks
    }
  }

  @Override
  List<Row> text(int width, Look look) {
    List<Row> rows = new ArrayList<>();
    List<Interval<?>> minute = rings.upTo(subjectName, moment, Spark.MINUTE);
    if (minute.isEmpty()) {
      rows.add(Row.of(name() + ": nothing is known of that time", Ink.NOTE));
      return rows;
    }
    Interval<?> now = minute.getLast();
    ShowView.lines(
            now,
            "interval " + now.sequence(),
            rings.switches(),
            ShowView.Form.SUMMARY,
            width,
            look.symbols())
        .forEach(line -> rows.add(Row.of(line)));
    rows.add(Row.EMPTY);
    rows.add(Row.of(Span.bold("the last minute", Ink.STRONG)));
    for (Metric metric : subject == Subject.MONITOR ? OF_MONITOR : OF_RUNTIME) {
      rows.add(spark(metric, minute, now, width, look));
    }
    tasks
        .at(moment)
        .filter(list -> !list.rows().isEmpty())
        .ifPresent(list -> {
          rows.add(Row.EMPTY);
          rows.add(Row.of(Span.bold("live tasks, the oldest first", Ink.STRONG)));
          TasksView.table(list, width, look.symbols()).forEach(line -> rows.add(Row.of(line)));
        });
    return rows;
  }

  @Override
  Set<String> ids() {
    return tasks
        .at(moment)
        .map(list -> list.rows().stream().map(TaskRow::id).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  private static Row spark(
      Metric metric, List<Interval<?>> minute, Interval<?> now, int width, Look look) {
    String name = "%-22s".formatted(metric.metricName());
    String value = "%9s ".formatted(Values.brief(metric, now, look.symbols()));
    int room = Math.max(1, width - name.length() - value.length());
    return Row.of(
        Span.plain(name),
        Span.plain(value),
        Span.of(Spark.text(metric, minute, room, look.symbols()), Ink.GOOD));
  }

  @Override
  public void at(long newMoment) {
    moment = newMoment;
  }

  @Override
  public void forget() {
    rings.clear();
    tasks.clear();
  }
}
