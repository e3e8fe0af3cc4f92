package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.IntervalZipper;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.TimeZipper;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tail}. */
@Command(
    name = "tail",
    description = {
      "Follow intervals as they complete, each exactly once. Ctrl-C ends it.",
      "Several monitors, or several runtimes, are shown side by side: their lines have the same sequence numbers.",
      "  tail orders --target 4711 --target prod:9010      those of three targets, by time"
    })
final class TailCommand extends ReplCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      completionCandidates = NameCandidates.class,
      description = "The monitors or runtimes; all monitors without.")
  private @Nullable List<String> names;

  @Option(names = "--every", paramLabel = "N", description = "Add N intervals up to one line.")
  private int every = 1;

  @Option(names = "--count", paramLabel = "N", description = "End after N lines of each.")
  private @Nullable Long count;

  @Option(
      names = "--fields",
      paramLabel = "METRIC",
      split = ",",
      converter = MetricNames.class,
      completionCandidates = MetricNames.class,
      description = "The metrics to show, separated by commas.")
  private @Nullable List<String> fields;

  @Option(names = "--runtimes", description = "The names are of runtimes; all of them without.")
  private boolean runtimes;

  @Option(names = "--rate", description = "Counters per second.")
  private boolean rate;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      completionCandidates = OpenNames.class,
      description =
          "Also of this target, open or not, for the same names; give it for each. What ended at"
              + " the same time stands together.")
  private List<String> also = new ArrayList<>();

  @ArgGroup private @Nullable From from;

  TailCommand(Session session) {
    super(session);
  }

  /** Where it starts; with the next interval unless one of these is given. */
  static final class From {
    @Option(
        names = "--from",
        paramLabel = "SEQ",
        description = "Start with this sequence number; -3: with the last three intervals.")
    @Nullable Long from;

    @Option(names = "--last", paramLabel = "N", description = "Start with the last N intervals.")
    @Nullable Long last;
  }

  @Override
  public void run() {
    checkAtLeastOne("--every", (long) every);
    checkAtLeastOne("--count", count);
    List<OpenTarget> targets = new ArrayList<>(List.of(OpenNames.present(session)));
    also.stream()
        .map(typed -> OpenNames.beside(session, typed))
        .filter(target -> !targets.contains(target))
        .forEach(targets::add);
    Subject subject = runtimes ? Subject.RUNTIME : Subject.MONITOR;
    List<String> wanted = List.of();
    if (names != null && !names.isEmpty()) {
      List<Named> named = named(names);
      subject = named.getFirst().subject();
      wanted = named.stream().map(Named::name).toList();
    }
    List<TailedTarget> tailed = new ArrayList<>();
    for (OpenTarget target : targets) {
      tailed.add(tailed(target, subject, wanted, targets.size() > 1));
    }
    List<Metric> metrics = fields == null ? null : MetricNames.of(subject, fields);
    TailPrinter printer = new TailPrinter(session, subject, tailed, metrics, rate);
    try {
      follow(tailed, printer);
    } catch (StoppedException e) {
      // Ctrl-C is how it ends.
    } finally {
      session.output().progress("");
    }
  }

  private TailedTarget tailed(
      OpenTarget whose, Subject subject, List<String> wanted, boolean isOneOfSeveral) {
    Target target = session.target(whose);
    if (isOneOfSeveral && !target.isLive()) {
      throw CommandFailure.usage(
          "`%s` is a recording, and its time is over: several targets are followed while they run"
              .formatted(whose.title()));
    }
    List<String> followed = all(target, subject);
    if (!wanted.isEmpty()) {
      List<String> there = followed;
      followed = isOneOfSeveral ? wanted.stream().filter(there::contains).toList() : wanted;
      if (followed.isEmpty()) {
        throw CommandFailure.failed(
            "%s has no %s `%s`: it has %s"
                .formatted(
                    target.name(),
                    subject.word(),
                    String.join("`, `", wanted),
                    String.join(", ", there)));
      }
    }
    Page now = target.intervals(subject, followed, 0, 0);
    IntervalZipper zipper =
        new IntervalZipper(followed, after(target, now, first(target, subject, followed)));
    return new TailedTarget(
        whose,
        followed,
        new Followed(session, whose, subject, followed, zipper, now.epoch()),
        zipper,
        now,
        every,
        count == null ? Long.MAX_VALUE : count);
  }

  private static List<String> all(Target target, Subject subject) {
    List<String> all = target.names().of(subject);
    if (all.isEmpty()) {
      throw CommandFailure.failed(
          target.name()
              + (subject == Subject.MONITOR
                  ? " has no monitor to follow: the program must call Pickglass.monitor(name)"
                  : " has no runtime to follow: the program must call Pickglass.start()"));
    }
    return all;
  }

  private List<Named> named(List<String> typed) {
    if (runtimes) {
      return typed.stream()
          .distinct()
          .map(name -> new Named(Subject.RUNTIME, Named.unmarked(Subject.RUNTIME, name)))
          .toList();
    }
    List<Named> named = Named.find(session, typed);
    Named first = named.getFirst();
    for (Named other : named) {
      if (other.subject() != first.subject()) {
        throw CommandFailure.usage(
            "`tail` follows monitors or runtimes, not both at once: `%s` is a %s and `%s` a %s; their sequence numbers agree, so follow the others in a second console"
                .formatted(
                    first.name(), first.subject().word(), other.name(), other.subject().word()));
      }
    }
    return named;
  }

  private void follow(List<TailedTarget> tailed, TailPrinter printer) {
    TimeZipper zipper = new TimeZipper(tailed.size());
    List<TailedTarget> left = new ArrayList<>(tailed);
    while (true) {
      for (TailedTarget each : List.copyOf(left)) {
        try {
          zipper.add(tailed.indexOf(each), each.next(), System.nanoTime());
        } catch (TargetException | CommandFailure lost) {
          if (left.size() == 1) {
            throw lost;
          }
          // The others go on.
          session
              .output()
              .note("%s: no longer followed: %s".formatted(each.title(), lost.getMessage()));
          zipper.end(tailed.indexOf(each));
          left.remove(each);
        }
      }
      for (TimeZipper.Of next : zipper.take(System.nanoTime())) {
        if (tailed.get(next.target()).isWanted(next.zipped())) {
          printer.print(next.target(), next.zipped());
        }
        if (left.stream().allMatch(TailedTarget::isDone) || session.output().isClosed()) {
          return;
        }
      }
      if (left.stream().allMatch(TailedTarget::isEmpty) && !session.target().isLive()) {
        session.output().note("there is no more in the recording up to this moment");
        return;
      }
      session
          .output()
          .progress(
              tailed.size() > 1
                  ? "waiting for the next intervals"
                  : "waiting for interval " + left.getFirst().following());
      left.getFirst().await();
    }
  }

  /** The first interval of a recording; of what runs, it does not matter. */
  private static long first(Target target, Subject subject, List<String> names) {
    return target.isLive()
        ? 0
        : target.intervals(subject, names, 0, 1).intervals().values().stream()
            .flatMap(List::stream)
            .mapToLong(Interval::sequence)
            .min()
            .orElse(1);
  }

  private long after(Target target, Page now, long first) {
    long newest = now.lastSequence();
    if (from != null && from.from != null) {
      long start = from.from < 0 ? Math.max(1, newest + 1 + from.from) : from.from;
      if (start > newest) {
        session.output().note("waiting for %d, the last is %d".formatted(start, newest));
      }
      return start - 1;
    }
    if (from != null && from.last != null) {
      return newest - from.last;
    }
    // Nothing comes any more of a recording: it is shown from its beginning.
    return target.isLive() ? newest : first - 1;
  }

  private static void checkAtLeastOne(String option, @Nullable Long value) {
    if (value != null && value < 1) {
      throw CommandFailure.usage("`%s %d`: give a number of at least 1".formatted(option, value));
    }
  }
}
