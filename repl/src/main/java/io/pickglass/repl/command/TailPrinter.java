package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.series.Zipped;
import io.pickglass.repl.view.Column;
import io.pickglass.repl.view.IntervalColumns;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.TailView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what {@code tail} follows, as text or as JSON. */
final class TailPrinter {
  private final Session session;
  private final List<Metric> metrics;
  private final boolean rate;
  private final TailView view;
  private boolean headed;

  TailPrinter(
      Session session,
      Subject subject,
      List<String> names,
      @Nullable List<Metric> fields,
      boolean rate) {
    this.session = session;
    this.metrics = fields == null ? subject.metrics() : fields;
    this.rate = rate;
    List<Column<Interval<?>>> columns =
        fields == null ? IntervalColumns.of(subject) : IntervalColumns.named(fields);
    this.view =
        new TailView(
            subject,
            names,
            rate ? IntervalColumns.perSecond(columns) : columns,
            session.output().width(),
            session.output().symbols());
  }

  void print(Zipped zipped, Switches switches) {
    switch (zipped) {
      case Zipped.Row row -> row.intervals().forEach(interval -> print(interval, switches));
      case Zipped.Missed missed -> session.output().note(TailView.sentence(missed));
      case Zipped.Restarted _ -> session.output().note(TailView.RESTARTED);
    }
  }

  private void print(Interval<?> interval, Switches switches) {
    if (session.isJson()) {
      session.print(IntervalJson.of(interval, metrics, rate, switches));
      return;
    }
    if (!headed) {
      session.output().line(view.header());
      headed = true;
    }
    session.output().line(view.row(interval, switches));
  }
}
