package io.pickglass.repl.command;

import io.pickglass.repl.series.Subject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code monitors}. */
@Command(
    name = "monitors",
    description = "A line for each monitor: since its start, or in the last interval.")
final class MonitorsCommand extends ListCommand {
  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      completionCandidates = SortKeys.OfMonitors.class,
      description = "Order by a column of the table, such as ready. Numbers fall, names rise.")
  private @Nullable String sort;

  MonitorsCommand(Session session) {
    super(session, Subject.MONITOR);
  }

  @Override
  @Nullable String sort() {
    return sort;
  }
}
