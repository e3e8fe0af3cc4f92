package io.pickglass.repl.command;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.repl.series.Batches;
import io.pickglass.repl.series.IntervalZipper;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Zipped;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.Target;
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
      "Several monitors are shown side by side: their lines have the same sequence numbers."
    })
final class TailCommand extends ReplCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      completionCandidates = MonitorCandidates.class,
      description = "The monitors; all without.")
  private @Nullable List<String> names;

  @Option(names = "--every", paramLabel = "N", description = "Add N intervals up to one line.")
  private int every = 1;

  @Option(names = "--count", paramLabel = "N", description = "End after N lines of each monitor.")
  private @Nullable Long count;

  @Option(
      names = "--fields",
      paramLabel = "METRIC",
      split = ",",
      converter = MetricNames.class,
      completionCandidates = MetricNames.class,
      description = "The metrics to show, separated by commas.")
  private @Nullable List<TaskMetric> fields;

  @Option(names = "--rate", description = "Counters per second.")
  private boolean rate;

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
    Target target = session.target();
    List<String> monitors =
        names == null || names.isEmpty() ? target.monitors() : names.stream().distinct().toList();
    if (monitors.isEmpty()) {
      throw CommandFailure.failed(
          target.name()
              + " has no monitor to follow: the program must call Pickglass.monitor(name)");
    }
    Page now = target.intervals(monitors, 0, 0);
    IntervalZipper zipper = new IntervalZipper(monitors, after(now));
    TailPrinter printer = new TailPrinter(session, monitors, fields, rate);
    try {
      follow(new Followed(session, monitors, zipper, now.epoch()), zipper, printer);
    } catch (StoppedException e) {
      // Ctrl-C is how it ends.
    }
  }

  private void follow(Followed followed, IntervalZipper zipper, TailPrinter printer) {
    Batches batches = new Batches(every);
    long left = count == null ? Long.MAX_VALUE : count;
    while (true) {
      Page page = followed.next();
      for (Zipped zipped : zipper.accept(page)) {
        for (Zipped next : batches.accept(zipped)) {
          printer.print(next, page.switches());
          if ((next instanceof Zipped.Row && --left == 0) || session.output().isClosed()) {
            return;
          }
        }
      }
      followed.await(page);
    }
  }

  private long after(Page now) {
    long newest = now.lastSequence();
    if (from != null && from.from != null) {
      long first = from.from < 0 ? Math.max(1, newest + 1 + from.from) : from.from;
      if (first > newest) {
        session.output().note("waiting for %d, the last is %d".formatted(first, newest));
      }
      return first - 1;
    }
    return from != null && from.last != null ? newest - from.last : newest;
  }

  private static void checkAtLeastOne(String option, @Nullable Long value) {
    if (value != null && value < 1) {
      throw CommandFailure.usage("`%s %d`: give a number of at least 1".formatted(option, value));
    }
  }
}
