package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Comparison;
import io.pickglass.repl.series.Judgement;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.DiffView;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.Judged;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}. */
@Command(
    name = "diff",
    description = {
      "What changed in a monitor or runtime from A to B, and whether that says something.",
      "A and B are sequence numbers, such as 17, or counted from the end: -1 is the last.",
      "Spans of either, such as 10..19 and -10..-6, are added up, both ends included.",
      "  diff orders                          the last interval against that before it",
      "  diff orders -20..-11 -10..-1         the last ten against the ten before",
      "  diff orders --baseline before        now against what `baseline save before` has kept",
      "  diff orders --against users          another monitor, in the same time",
      "  diff orders --target 4711            the same monitor there, or in a recording",
      "A difference that is within what happens from one interval to the next is called noise;",
      "with a question mark there are too few intervals to tell."
    })
final class DiffCommand extends ReplCommand {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      completionCandidates = NameCandidates.class,
      description = "The monitor or runtime.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "A",
      converter = Span.Converter.class,
      description = "Before; -2 without.")
  private @Nullable Span a;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "B",
      converter = Span.Converter.class,
      description = "After; -1 without.")
  private @Nullable Span b;

  @ArgGroup private @Nullable With with;

  @Option(names = "--rate", description = "Counters per second, for spans of different lengths.")
  private boolean rate;

  @Option(names = "--all", description = "Also what is zero in both; with --follow, also noise.")
  private boolean all;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "With --follow: end after N intervals.")
  private @Nullable Long count;

  DiffCommand(Session session) {
    super(session);
  }

  /** With what; one of them. */
  static final class With {
    @Option(
        names = "--baseline",
        paramLabel = "X",
        completionCandidates = Baselines.Names.class,
        description = "A is what `baseline save X` has kept, B the last intervals.")
    @Nullable String baseline;

    @Option(
        names = "--against",
        paramLabel = "OTHER",
        completionCandidates = NameCandidates.class,
        description = "B is of another monitor, or another runtime; A and B -10..-1 without.")
    @Nullable String other;

    @Option(
        names = "--target",
        paramLabel = "TARGET",
        completionCandidates = OpenNames.class,
        description =
            "B is of another target, open or not, as for `connect`; A and B -10..-1 without.")
    @Nullable String target;

    @Option(
        names = "--follow",
        description = "Each interval against that before it, as they complete. Ctrl-C ends it.")
    boolean follow;
  }

  @Override
  public void run() {
    Named named = Named.find(session, name);
    if (with == null) {
      List<Interval<?>> kept = Kept.of(session.target(), named);
      print(side(named, kept, or(a, "-2"), ""), side(named, kept, or(b, "-1"), ""));
    } else if (with.follow) {
      new FollowedDiff(session, named, rate, all).run(count == null ? Long.MAX_VALUE : count);
    } else if (with.baseline != null) {
      baseline(named, with.baseline);
    } else if (with.other != null) {
      other(named, with.other);
    } else if (with.target != null) {
      elsewhere(named, with.target);
    }
  }

  /** In another target: one that is open stays so. */
  private void elsewhere(Named named, String typed) {
    for (OpenTarget open : session.open()) {
      if (open.name().equals(typed)) {
        in(named, session.target(open));
        return;
      }
    }
    Destination destination = session.destination(typed, new AccessOptions(), Optional.empty());
    try (Target there =
        Connector.connect(
            Address.parse(destination.address()), destination.access(), session::timeout)) {
      in(named, there);
    }
  }

  private void in(Named named, Target there) {
    Span span = or(a, "-10..-1");
    print(
        side(named, Kept.of(session.target(), named), span, session.target().name()),
        side(named, Kept.of(there, named), b == null ? span : b, there.name()));
  }

  private void baseline(Named named, String kept) {
    List<Interval<?>> before = Baselines.read(kept, named);
    List<Interval<?>> now = Kept.of(session.target(), named);
    int length = Math.min(before.size(), now.size());
    Span all = Span.whole(before);
    print(
        side(named, before, all, "baseline " + kept),
        side(named, now, a == null ? Span.last(length) : a, "now"));
  }

  private void other(Named named, String typed) {
    Named second = Named.find(session, typed);
    if (second.subject() != named.subject()) {
      throw CommandFailure.usage(
          "`%s` is a %s and `%s` a %s, which have no metrics in common: give two of a kind"
              .formatted(
                  named.name(), named.subject().word(), second.name(), second.subject().word()));
    }
    Span span = or(a, "-10..-1");
    Target target = session.target();
    print(
        side(named, Kept.of(target, named), span, named.name()),
        side(second, Kept.of(target, second), b == null ? span : b, second.name()));
  }

  private static Span or(@Nullable Span span, String otherwise) {
    return span == null ? new Span.Converter().convert(otherwise) : span;
  }

  /**
   * One of the two that are compared.
   *
   * @param of whose it is, where both are not of the same
   */
  private record Side(String label, List<Interval<?>> chosen, List<Interval<?>> neighbours) {}

  private static Side side(Named named, List<Interval<?>> kept, Span span, String of) {
    List<Interval<?>> chosen = span.of(named.name(), kept);
    String label = span.name(kept.getLast().sequence());
    return new Side(of.isEmpty() ? label : of + " " + label, chosen, around(chosen, kept));
  }

  /** The intervals and so many before them that their steps tell the noise. */
  private static List<Interval<?>> around(List<Interval<?>> chosen, List<Interval<?>> kept) {
    long first = chosen.getFirst().sequence() - 30;
    long last = chosen.getLast().sequence();
    return kept.stream().filter(i -> i.sequence() >= first && i.sequence() <= last).toList();
  }

  private void print(Side before, Side after) {
    Comparison comparison =
        Comparison.of(
            new Comparison.Side(before.chosen(), before.neighbours()),
            new Comparison.Side(after.chosen(), after.neighbours()));
    Function<Metric, Judgement> judge =
        metric -> Judged.of(comparison.a(), comparison.b(), metric, comparison::judge);
    boolean perSecond = rate || with != null && before.chosen().size() != after.chosen().size();
    Output output = session.output();
    boolean zeros = all;
    session.answer(
        () -> List.of(IntervalJson.diff(comparison.a(), comparison.b(), perSecond, judge)),
        () ->
            DiffView.lines(
                new DiffView.Side(before.label(), comparison.a()),
                new DiffView.Side(after.label(), comparison.b()),
                perSecond,
                zeros,
                judge,
                output.width(),
                output.symbols()));
    if (perSecond && !rate) {
      output.note("A and B are of different lengths, so what adds up is per second");
    }
  }
}
