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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@code tail} follows, as text or as JSON. */
final class TailPrinter {
  private final Session session;
  private final List<Metric> metrics;
  private final boolean rate;
  private final Subject subject;
  private final List<String> names;
  private final List<Column<Interval<?>>> columns;
  private TailView view;
  private int width;
  private boolean headed;

  TailPrinter(
      Session session,
      Subject subject,
      List<String> names,
      @Nullable List<Metric> fields,
      boolean rate) {
    this.session = session;
    session.answers().shown(List::of);
    this.metrics = fields == null ? subject.metrics() : fields;
    this.rate = rate;
    List<Column<Interval<?>>> columns =
        fields == null ? IntervalColumns.of(subject) : IntervalColumns.named(fields);
    this.subject = subject;
    this.names = names;
    this.columns = rate ? IntervalColumns.perSecond(columns) : columns;
    this.width = session.output().width();
    this.view = view();
  }

  private TailView view() {
    return new TailView(subject, names, columns, width, session.output().symbols());
  }

  /** A terminal that has become narrower has fewer columns from now on, and a new header. */
  private void checkWidth() {
    if (session.output().width() != width) {
      width = session.output().width();
      view = view();
      headed = false;
    }
  }

  void print(Zipped zipped, Switches switches) {
    switch (zipped) {
      case Zipped.Row row -> row.intervals().forEach(interval -> print(interval, switches));
      case Zipped.Missed missed -> session.output().note(TailView.sentence(missed));
      case Zipped.Restarted _ -> session.output().note(TailView.RESTARTED);
    }
  }

  private Map<String, Object> json(Interval<?> interval, Switches switches) {
    Map<String, Object> json = IntervalJson.of(interval, metrics, rate, switches);
    json.put(IntervalJson.SCOPE, IntervalJson.INTERVAL);
    return json;
  }

  private void print(Interval<?> interval, Switches switches) {
    session.answers().alsoShown(() -> json(interval, switches));
    if (session.isJson()) {
      session.print(json(interval, switches));
      return;
    }
    checkWidth();
    if (!headed) {
      session.output().line(view.header());
      headed = true;
    }
    session.output().line(view.row(interval, switches));
  }
}
