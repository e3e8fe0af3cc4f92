package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.picture.LineChart;
import io.pickglass.repl.picture.LineChart.Series;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Rates;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.Sampled;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plot}. */
@Command(
    name = "plot",
    description = {
      "Draw how a metric went in the intervals that are kept; `export svg` gives the same picture.",
      "Where several intervals share a column, the greatest is drawn, so that no peak is lost."
    })
final class PlotCommand extends ReplCommand {
  @Parameters(
      index = "0",
      paramLabel = "METRIC",
      completionCandidates = MetricNames.class,
      description = "Of monitors or of runtimes.")
  private String metricName = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      completionCandidates = NameCandidates.class,
      description = "The monitors or runtimes; all that have the metric without.")
  private @Nullable List<String> names;

  @Option(names = "--last", paramLabel = "N", description = "Only the last N intervals.")
  private @Nullable Integer last;

  @Option(names = "--rate", description = "Counters per second.")
  private boolean rate;

  @Option(names = "--spark", description = "A line for each.")
  private boolean spark;

  PlotCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    List<Named> named = named();
    Subject subject = named.getFirst().subject();
    Metric metric = MetricNames.of(subject, List.of(metricName)).getFirst();
    List<Series> series = new ArrayList<>();
    List<Interval<?>> all = new ArrayList<>();
    for (Named each : named) {
      List<Interval<?>> kept = Kept.of(session.target(), each);
      List<Interval<?>> some =
          last == null
              ? kept
              : kept.subList(Math.max(0, kept.size() - Math.max(1, last)), kept.size());
      series.add(
          new Series(each.name(), some.stream().mapToDouble(one -> value(one, metric)).toArray()));
      all.addAll(some);
    }
    if (all.stream().noneMatch(one -> Numbers.has(one, metric))) {
      throw CommandFailure.failed(
          "there is no interval with %s yet: try again in a moment".formatted(metricName));
    }
    draw(metric, series, all);
  }

  private void draw(Metric metric, List<Series> series, List<Interval<?>> all) {
    Instant begin = all.stream().map(Interval::start).min(Instant::compareTo).orElseThrow();
    Instant end =
        all.stream()
            .map(one -> one.start().plusNanos(one.elapsedNanos()))
            .max(Instant::compareTo)
            .orElseThrow();
    boolean perSecond = rate && metric.addsUp();
    String title =
        metric.metricName()
            + (perSecond ? " per second" : "")
            + (series.size() == 1 ? " of " + series.getFirst().name() : "");
    LineChart chart = new LineChart(title, metric.unit(), time(begin), time(end), series, spark);
    Output output = session.output();
    session.answer(
        () -> all.stream().map(one -> json(one, metric)).toList(),
        () -> chart.lines(output.width(), output.symbols()));
    session.answers().shown(chart);
  }

  private Map<String, Object> json(Interval<?> one, Metric metric) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(Subject.of(one).word(), one.name());
    json.put("sequence", one.sequence());
    json.put("start", one.start().toString());
    json.put("elapsedNanos", one.elapsedNanos());
    json.put(IntervalJson.SCOPE, IntervalJson.INTERVAL);
    if (Numbers.has(one, metric)) {
      json.put(metric.metricName(), number(one, metric));
    }
    return json;
  }

  private Number number(Interval<?> one, Metric metric) {
    return rate ? Rates.perSecond(one).getOrDefault(metric, 0) : Numbers.of(one, metric);
  }

  private double value(Interval<?> one, Metric metric) {
    boolean known = Numbers.has(one, metric) && !Sampled.isOfNothing(metric, one);
    return known ? number(one, metric).doubleValue() : Double.NaN;
  }

  private static String time(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(text.indexOf('T') + 1);
  }

  private List<Named> named() {
    List<Subject> tables = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      if (subject.metric(metricName).isPresent()) {
        tables.add(subject);
      }
    }
    if (tables.isEmpty()) {
      String unused = new MetricNames().convert(metricName); // says which one is meant
    }
    if (names != null) {
      List<Named> named = Named.find(session, names);
      if (named.stream().map(Named::subject).distinct().count() > 1) {
        throw CommandFailure.usage("`plot` draws monitors or runtimes, not both at once");
      }
      return named;
    }
    for (Subject subject : tables) {
      List<String> all = session.target().names().of(subject);
      if (!all.isEmpty()) {
        return all.stream().map(name -> new Named(subject, name)).toList();
      }
    }
    throw CommandFailure.failed(
        session.target().name() + " has nothing that has the metric " + metricName);
  }
}
