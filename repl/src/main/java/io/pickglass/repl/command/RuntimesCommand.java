package io.pickglass.repl.command;

import io.pickglass.repl.series.Subject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code runtimes}. */
@Command(
    name = "runtimes",
    description = {
      "A line for each runtime, which is what runs tasks: the JVM's scheduler of virtual threads,"
          + " and the pools that the program lets us watch.",
      "Since it is watched, or in the last interval. queue is what waits now, starved how late a"
          + " task that does nothing was run at worst: who is overloaded shows it there."
    })
final class RuntimesCommand extends ListCommand {
  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      completionCandidates = SortKeys.OfRuntimes.class,
      description = "Order by a column of the table, such as queue. Numbers fall, names rise.")
  private @Nullable String sort;

  RuntimesCommand(Session session) {
    super(session, Subject.RUNTIME);
  }

  @Override
  @Nullable String sort() {
    return sort;
  }
}
