package io.pickglass.repl.command;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.series.Zipped;
import io.pickglass.repl.view.Column;
import io.pickglass.repl.view.IntervalColumns;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.TailView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@code tail} follows, as text or as JSON. */
final class TailPrinter {
  private final Session session;
  private final List<TaskMetric> metrics;
  private final boolean rate;
  private final TailView view;
  private boolean headed;

  TailPrinter(
      Session session, List<String> monitors, @Nullable List<TaskMetric> fields, boolean rate) {
    this.session = session;
    this.metrics = fields == null ? List.of(TaskMetric.values()) : fields;
    this.rate = rate;
    List<Column<TaskInterval>> columns =
        fields == null ? IntervalColumns.DEFAULT : IntervalColumns.named(fields);
    this.view =
        new TailView(
            monitors,
            rate ? IntervalColumns.perSecond(columns) : columns,
            session.output().width(),
            session.output().symbols());
  }

  void print(Zipped zipped, Switches switches) {
    switch (zipped) {
      case Zipped.Row row -> row.intervals().forEach(interval -> print(interval, switches));
      case Zipped.Missed missed -> session.output().note(TailView.sentence(missed));
      case Zipped.Restarted _ ->
          session.output().note("the target has restarted: its sequence numbers begin anew");
    }
  }

  private void print(TaskInterval interval, Switches switches) {
    if (session.isJson()) {
      Map<String, Object> json = IntervalJson.of(interval, metrics, rate);
      json.put(IntervalJson.ENABLED, switches.watches(interval.monitor()));
      session.print(json);
      return;
    }
    if (!headed) {
      session.output().line(view.header());
      headed = true;
    }
    session.output().line(view.row(interval, switches));
  }
}
