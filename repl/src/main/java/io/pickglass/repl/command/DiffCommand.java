package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import io.pickglass.repl.view.DiffView;
import io.pickglass.repl.view.IntervalJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}. */
@Command(
    name = "diff",
    description = {
      "What changed in a monitor or runtime from A to B.",
      "A and B are sequence numbers, such as 17, or counted from the end: -1 is the last.",
      "Spans of either, such as 10..19 and -10..-6, are added up, both ends included."
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
      paramLabel = "A",
      converter = Span.Converter.class,
      description = "Before.")
  private Span a = new Span("-2", -2, -2);

  @Parameters(
      index = "2",
      paramLabel = "B",
      converter = Span.Converter.class,
      description = "After.")
  private Span b = new Span("-1", -1, -1);

  @Option(names = "--rate", description = "Counters per second, for spans of different lengths.")
  private boolean rate;

  @Option(names = "--all", description = "Also what is zero in both.")
  private boolean all;

  DiffCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Named named = Named.find(session, name);
    List<Interval<?>> kept = Kept.of(session.target(), named);
    Interval<?> before = a.of(named.name(), kept);
    Interval<?> after = b.of(named.name(), kept);
    if (session.isJson()) {
      session.print(IntervalJson.diff(before, after, rate));
      return;
    }
    Output output = session.output();
    long newest = kept.getLast().sequence();
    session.print(
        DiffView.lines(
            new DiffView.Side(a.name(newest), before),
            new DiffView.Side(b.name(newest), after),
            rate,
            all,
            output.width(),
            output.symbols()));
  }
}
