package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import io.pickglass.model.SlowPollReport;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Spans;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.ShowView;
import io.pickglass.repl.view.ShowView.Form;
import io.pickglass.repl.view.SlowPollJson;
import io.pickglass.repl.view.SlowPollView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}. */
@Command(name = "show", description = "All metrics of a monitor or runtime, and its histograms.")
final class ShowCommand extends ReplCommand {
  @Parameters(
      paramLabel = "NAME",
      completionCandidates = NameCandidates.class,
      description = "The monitor or runtime.")
  private String name = "";

  @ArgGroup private @Nullable Of of;

  @Option(
      names = {"--explain", "--help-text"},
      description = "With a sentence about each metric.")
  private boolean explain;

  @Option(names = "--list", description = "Each metric by its name, on a line of its own.")
  private boolean list;

  ShowCommand(Session session) {
    super(session);
  }

  /** Of which time; one of them. */
  static final class Of {
    @Option(names = "--cumulative", description = "Since the start (the default).")
    boolean cumulative;

    @Option(names = "--interval", description = "Of the last completed interval.")
    boolean interval;

    @Option(
        names = "--since",
        paramLabel = "SEQ",
        description = "Of all intervals after this sequence number; -10: of the last ten.")
    @Nullable Long since;
  }

  @Override
  public void run() {
    Target target = session.target();
    Named named = Named.find(session, name);
    List<String> names = List.of(named.name());
    if (of != null && of.since != null) {
      Interval<?> sum = since(target, named, of.since);
      String what =
          of.since < 0 ? "last " + -of.since + " intervals" : "after interval " + of.since;
      print(sum, what);
    } else if (of != null && of.interval) {
      Interval<?> last = target.last(named.subject(), names).getFirst();
      print(last, "interval " + last.sequence());
    } else {
      Interval<?> sum = target.cumulative(named.subject(), names).getFirst();
      boolean monitor = named.subject() == Subject.MONITOR;
      SlowPollReport slow =
          monitor ? slowPolls(target, named.name()) : SlowPollReport.none(named.name());
      print(sum, "since the start", slow, monitor ? target.place(named.name()) : "");
    }
  }

  /** None where the target is older, or does not let us ask. */
  private static SlowPollReport slowPolls(Target target, String monitor) {
    try {
      return target.slowPolls(monitor, 0);
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.REFUSED) {
        return SlowPollReport.none(monitor);
      }
      throw e;
    }
  }

  private Interval<?> since(Target target, Named named, long sequence) {
    List<Interval<?>> kept = Kept.of(target, named);
    if (kept.isEmpty()) {
      throw CommandFailure.failed("`" + name + "` has no completed interval yet: try again soon");
    }
    long newest = kept.getLast().sequence();
    long after = sequence < 0 ? newest + sequence : sequence;
    if (after >= newest) {
      throw CommandFailure.failed(
          "`%s` has no interval after %d yet: the last is %d".formatted(name, sequence, newest));
    }
    if (after + 1 < kept.getFirst().sequence()) {
      session
          .output()
          .note(
              "intervals before %d are no longer kept: these numbers begin there"
                  .formatted(kept.getFirst().sequence()));
    }
    return Spans.merge(kept.stream().filter(i -> i.sequence() > after).toList());
  }

  private void print(Interval<?> shown, String what) {
    print(shown, what, SlowPollReport.none(shown.name()), "");
  }

  /** Shows it; the place is where the first task of the monitor was started, if that is known. */
  private void print(Interval<?> shown, String what, SlowPollReport slow, String place) {
    Target target = session.target();
    Switches switches = target.switches();
    boolean isRuntime = Subject.of(shown) == Subject.RUNTIME;
    Kinds kinds = isRuntime ? target.kinds() : Kinds.NONE;
    boolean sinceStart = of == null || of.since == null && !of.interval;
    Form form = form();
    session.answer(
        () -> {
          Map<String, Object> json = IntervalJson.of(shown, switches, kinds);
          json.put(
              IntervalJson.SCOPE, sinceStart ? IntervalJson.CUMULATIVE : IntervalJson.INTERVAL);
          if (!place.isEmpty()) {
            json.put("place", place);
          }
          json.putAll(SlowPollJson.of(slow));
          return List.of(json);
        },
        () -> {
          Output output = session.output();
          String kind = kinds.text(shown.name());
          String title = kind.isEmpty() ? what : kind + ", " + what;
          List<Line> lines =
              new ArrayList<>(
                  ShowView.lines(shown, title, switches, form, output.width(), output.symbols()));
          if (!place.isEmpty()) {
            lines.add(Line.plain(output.symbols().fit("started at " + place, output.width())));
          }
          lines.addAll(SlowPollView.lines(slow, output.width(), output.symbols()));
          return lines;
        });
  }

  private Form form() {
    if (explain) {
      return Form.EXPLAINED;
    }
    return list ? Form.LIST : Form.SUMMARY;
  }
}
