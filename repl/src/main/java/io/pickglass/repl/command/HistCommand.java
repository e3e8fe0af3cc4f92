package io.pickglass.repl.command;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Metric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.picture.BarChart;
import io.pickglass.repl.picture.Histograms;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Spans;
import io.pickglass.repl.series.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hist}. */
@Command(
    name = "hist",
    description = {
      "Draw how values are spread; `export svg` gives the same picture.",
      "Of poll, scheduled, firstPollDelay and idle it is every single one, since the start or in the",
      "last N intervals; of any other metric its values in the intervals that are kept."
    })
final class HistCommand extends ReplCommand {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      completionCandidates = NameCandidates.class,
      description = "The monitor or runtime.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "METRIC",
      completionCandidates = Candidates.class,
      description = "poll, scheduled, firstPollDelay, idle, or any metric.")
  private String metric = "";

  @ArgGroup private @Nullable Of of;

  /** Of which time. */
  static final class Of {
    @Option(names = "--interval", description = "Of the last completed interval.")
    boolean interval;

    @Option(names = "--last", paramLabel = "N", description = "Of the last N intervals.")
    @Nullable Integer last;
  }

  HistCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Named named = Named.find(session, name);
    Optional<Distribution> distribution =
        named.subject() == Subject.MONITOR ? distribution(metric) : Optional.empty();
    if (distribution.isPresent()) {
      each(named, distribution.get());
    } else {
      intervals(named, MetricNames.of(named.subject(), List.of(metric)).getFirst());
    }
  }

  private void each(Named named, Distribution distribution) {
    Interval<?> interval = interval(named);
    Histogram histogram =
        ((TaskInterval) interval)
            .metrics()
            .histogram(distribution)
            .orElseThrow(() ->
                CommandFailure.failed(
                    "the %s of `%s` cannot be known there"
                        .formatted(distribution.plural(), named.name())));
    String title =
        String.format(
            Locale.ROOT,
            "%s of %s, %s: %,d",
            distribution.plural(),
            named.name(),
            when(),
            histogram.count());
    long longest = Numbers.of(interval, distribution.maximum()).longValue();
    draw(named, Histograms.ofNanos(title, histogram, longest, session.output().symbols()));
  }

  private void intervals(Named named, Metric of) {
    List<Interval<?>> kept = last(Kept.of(session.target(), named));
    double[] values =
        kept.stream()
            .filter(one -> Numbers.has(one, of))
            .mapToDouble(one -> Numbers.of(one, of).doubleValue())
            .toArray();
    String title =
        "%s of %s in %d intervals".formatted(of.metricName(), named.name(), values.length);
    draw(named, Histograms.ofValues(title, values, of.unit(), session.output().symbols()));
  }

  private List<Interval<?>> last(List<Interval<?>> kept) {
    Integer n = of == null ? null : of.interval ? Integer.valueOf(1) : of.last;
    return n == null ? kept : kept.subList(Math.max(0, kept.size() - Math.max(1, n)), kept.size());
  }

  private Interval<?> interval(Named named) {
    if (of == null) {
      return session.target().cumulative(named.subject(), List.of(named.name())).getFirst();
    }
    List<Interval<?>> some = last(Kept.of(session.target(), named));
    if (some.isEmpty()) {
      throw CommandFailure.failed(
          "`%s` has no completed interval yet: try again in a moment".formatted(named.name()));
    }
    return Spans.merge(some);
  }

  private String when() {
    if (of == null) {
      return "since the start";
    }
    return of.interval ? "last interval" : "last " + of.last + " intervals";
  }

  private void draw(Named named, BarChart chart) {
    Output output = session.output();
    session.answer(
        () -> chart.bars().stream().map(bar -> json(named, bar)).toList(),
        () -> chart.lines(output.width(), output.symbols()));
    session.answers().shown(chart);
  }

  private Map<String, Object> json(Named named, BarChart.Bar bar) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(named.subject().word(), named.name());
    json.put("metric", metric);
    json.put("bucket", bar.label());
    json.put("count", bar.count());
    return json;
  }

  /** Also by the name of one of its metrics, such as p99PollNanos. */
  private static Optional<Distribution> distribution(String word) {
    return Arrays.stream(Distribution.values())
        .filter(each ->
            each.metricName().equalsIgnoreCase(word)
                || TaskMetric.named(word)
                    .filter(metric ->
                        metric == each.maximum()
                            || metric.name().matches("P\\d+_" + each.name() + "_NANOS"))
                    .isPresent())
        .findFirst();
  }

  /** Completes what can be drawn. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> all = new ArrayList<>();
      Arrays.stream(Distribution.values()).forEach(each -> all.add(each.metricName()));
      new MetricNames().forEach(all::add);
      return all.iterator();
    }
  }
}
