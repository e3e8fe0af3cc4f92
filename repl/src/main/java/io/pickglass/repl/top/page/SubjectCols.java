package io.pickglass.repl.top.page;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.view.Column;
import io.pickglass.repl.view.IntervalColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The columns of monitors and runtimes: two metrics over the last minute, then the last interval.
 */
final class SubjectCols {
  private static final int SPARK = 20;

  private SubjectCols() {}

  static List<Col<SeenSubject>> of(Subject subject) {
    List<Col<SeenSubject>> columns = new ArrayList<>();
    String word = subject == Subject.MONITOR ? "Monitor" : "Runtime";
    columns.add(Col.text(word, "its name", 0, "name", seen -> seen.now().name()));
    if (subject == Subject.MONITOR) {
      columns.add(spark("polls/min", TaskMetric.POLL_COUNT, 1));
      columns.add(spark("sched/min", TaskMetric.MEAN_SCHEDULED_NANOS, 3));
    } else {
      columns.add(spark("busy/min", RuntimeMetric.BUSY_RATIO, 1));
      columns.add(spark("queue/min", RuntimeMetric.QUEUE_DEPTH, 3));
    }
    for (Column<Interval<?>> column : IntervalColumns.of(subject)) {
      IntervalColumns.metric(column).ifPresent(metric -> columns.add(number(column, metric)));
    }
    return List.copyOf(columns);
  }

  private static Col<SeenSubject> spark(String header, Metric metric, int priority) {
    return new Col<>(
        header,
        metric.metricName() + " over the last minute, the latest at the right",
        false,
        SPARK,
        priority,
        "",
        Comparator.comparingDouble(seen -> Numbers.of(seen.now(), metric).doubleValue()),
        (seen, look) -> Span.of(Spark.text(metric, seen.minute(), SPARK, look.symbols()), Ink.GOOD),
        false);
  }

  private static Col<SeenSubject> number(Column<Interval<?>> column, Metric metric) {
    return Col.number(
        column.header(),
        metric.help(),
        column.priority(),
        seen -> Numbers.of(seen.now(), metric).doubleValue(),
        (seen, look) -> {
          String text = column.text().apply(seen.now(), look.symbols());
          Number value = Numbers.of(seen.now(), metric);
          return metric.unit() == Unit.NANOS && !text.equals(look.symbols().absent())
              ? Span.of(text, Ink.ofNanos(value.longValue()))
              : Span.plain(text);
        });
  }
}
