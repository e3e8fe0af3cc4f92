package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Zipped;
import io.pickglass.repl.view.Column;
import io.pickglass.repl.view.IntervalColumns;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.TailView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@code tail} follows, as text or as JSON. */
final class TailPrinter {
  private final Session session;
  private final List<Metric> metrics;
  private final boolean rate;
  private final Subject subject;
  private final List<TailedTarget> targets;
  private final List<Column<Interval<?>>> columns;
  private List<TailView> views;
  private int width;
  private boolean headed;

  TailPrinter(
      Session session,
      Subject subject,
      List<TailedTarget> targets,
      @Nullable List<Metric> fields,
      boolean rate) {
    this.session = session;
    session.answers().shown(List::of);
    this.metrics = fields == null ? subject.metrics() : fields;
    this.rate = rate;
    List<Column<Interval<?>>> columns =
        fields == null ? IntervalColumns.of(subject) : IntervalColumns.named(fields);
    this.subject = subject;
    this.targets = targets;
    this.columns = rate ? IntervalColumns.perSecond(columns) : columns;
    this.width = session.output().width();
    this.views = views();
  }

  /** One for each target: they differ in what they call it. */
  private List<TailView> views() {
    List<String> names = targets.stream().flatMap(each -> each.names().stream()).toList();
    List<String> titles = targets.stream().map(TailedTarget::title).toList();
    return titles.stream()
        .map(title -> {
          List<Column<Interval<?>>> all = new ArrayList<>();
          if (!isOne()) {
            all.add(TailView.target(title, titles));
          }
          all.addAll(columns);
          return new TailView(subject, names, all, width, session.output().symbols());
        })
        .toList();
  }

  /** A terminal that has become narrower has fewer columns from now on, and a new header. */
  private void checkWidth() {
    if (session.output().width() != width) {
      width = session.output().width();
      views = views();
      headed = false;
    }
  }

  /** What one of the targets gave. */
  void print(int target, Zipped zipped) {
    switch (zipped) {
      case Zipped.Row row -> row.intervals().forEach(interval -> print(target, interval));
      case Zipped.Missed missed -> note(target, TailView.sentence(missed));
      case Zipped.Restarted _ -> note(target, TailView.RESTARTED);
    }
  }

  private void note(int target, String sentence) {
    session.output().note(isOne() ? sentence : targets.get(target).title() + ": " + sentence);
  }

  private boolean isOne() {
    return targets.size() == 1;
  }

  private Map<String, Object> json(int target, Interval<?> interval) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!isOne()) {
      json.put("target", targets.get(target).title());
    }
    json.putAll(IntervalJson.of(interval, metrics, rate, targets.get(target).switches()));
    json.put(IntervalJson.SCOPE, IntervalJson.INTERVAL);
    return json;
  }

  private void print(int target, Interval<?> interval) {
    session.answers().alsoShown(() -> json(target, interval));
    if (session.isJson()) {
      session.print(json(target, interval));
      return;
    }
    checkWidth();
    if (!headed) {
      session.output().line(views.getFirst().header());
      headed = true;
    }
    session.output().line(views.get(target).row(interval, targets.get(target).switches()));
  }
}
