package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Comparison;
import io.pickglass.repl.series.Difference;
import io.pickglass.repl.series.IntervalZipper;
import io.pickglass.repl.series.Judgement;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Zipped;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.view.DiffView;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.Judged;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.TailView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Each interval against that before it, as they complete. */
final class FollowedDiff {
  private static final int NEIGHBOURS = 30;

  private final Session session;
  private final Named named;
  private final boolean rate;
  private final boolean all;
  private final List<Interval<?>> before = new ArrayList<>();

  FollowedDiff(Session session, Named named, boolean rate, boolean all) {
    this.session = session;
    this.named = named;
    this.rate = rate;
    this.all = all;
  }

  /** Until Ctrl-C, or so many intervals. */
  void run(long count) {
    List<Interval<?>> kept = Kept.of(session.target(), named);
    List<String> names = List.of(named.name());
    before.addAll(kept);
    Page now = session.target().intervals(named.subject(), names, 0, 0);
    long last = kept.isEmpty() ? now.lastSequence() : kept.getLast().sequence();
    IntervalZipper zipper = new IntervalZipper(names, last);
    Followed followed =
        new Followed(
            session, OpenNames.present(session), named.subject(), names, zipper, now.epoch());
    try {
      long left = session.target().isLive() ? count : 0;
      while (left > 0 && !session.output().isClosed()) {
        Page page = followed.next();
        for (Zipped zipped : zipper.accept(page)) {
          switch (zipped) {
            case Zipped.Row row -> {
              next(row.intervals().getFirst());
              left--;
            }
            case Zipped.Missed missed -> session.output().note(TailView.sentence(missed));
            case Zipped.Restarted _ -> {
              before.clear();
              session.output().note(TailView.RESTARTED);
            }
          }
        }
        if (left > 0) {
          followed.await(page);
        }
      }
    } catch (StoppedException e) {
      // Ctrl-C is how it ends.
    }
  }

  private void next(Interval<?> interval) {
    if (!before.isEmpty()) {
      List<Interval<?>> neighbours =
          before.subList(Math.max(0, before.size() - NEIGHBOURS), before.size());
      print(
          Comparison.of(
              new Comparison.Side(List.of(before.getLast()), neighbours),
              new Comparison.Side(List.of(interval), List.of(interval))));
    }
    before.add(interval);
    if (before.size() > 2 * NEIGHBOURS) {
      before.removeFirst();
    }
  }

  private void print(Comparison comparison) {
    Function<Metric, Judgement> judge =
        metric -> Judged.of(comparison.a(), comparison.b(), metric, comparison::judge);
    if (session.isJson()) {
      session.print(IntervalJson.diff(comparison.a(), comparison.b(), rate, judge));
      return;
    }
    Output output = session.output();
    List<Difference> rows =
        Difference.between(comparison.a(), comparison.b(), rate).stream()
            .filter(
                d -> all ? d.change().doubleValue() != 0 : judge.apply(d.metric()).isSignificant())
            .toList();
    long sequence = comparison.b().sequence();
    if (rows.isEmpty()) {
      output.line(Line.note("interval %d: nothing beyond the noise".formatted(sequence)));
      return;
    }
    output.line(
        Line.header("interval %d against %d".formatted(sequence, comparison.a().sequence())));
    session.print(DiffView.following(rows, judge, rate, output.width(), output.symbols()));
  }
}
