package io.pickglass.repl.command;

import io.pickglass.model.Worker;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.view.WorkerJson;
import io.pickglass.repl.view.WorkersView;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code workers}. */
@Command(
    name = "workers",
    description = {
      "A line for each thread of a runtime: what it does now, and what it has done.",
      "task is the watched task that it runs now, with its monitor, and for how long already; all"
          + " counters are since the runtime is watched."
    })
final class WorkersCommand extends ReplCommand {
  @Parameters(
      paramLabel = "RUNTIME",
      completionCandidates = Candidates.class,
      description = "The runtime.")
  private String runtime = "";

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      completionCandidates = SortKeys.OfWorkers.class,
      description = "Order by a column of the table, such as for. Numbers fall, names rise.")
  private @Nullable String sort;

  WorkersCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Comparator<Worker> order = order();
    String name = Named.unmarked(Subject.RUNTIME, runtime);
    List<Worker> workers = session.target().workers(name).stream().sorted(order).toList();
    Output output = session.output();
    session.answer(
        () -> workers.stream().map(worker -> WorkerJson.of(name, worker)).toList(),
        () -> WorkersView.lines(name, workers, output.width(), output.symbols()));
  }

  private Comparator<Worker> order() {
    String column = sort;
    return column == null
        ? Comparator.comparing(Worker::index)
        : WorkersView.order(column)
            .orElseThrow(() -> SortKeys.unknown(column, WorkersView.sortKeys()));
  }

  /** Completes the runtime. */
  static final class Candidates implements Iterable<String> {
    private final Session session;

    Candidates(Session session) {
      this.session = session;
    }

    @Override
    public Iterator<String> iterator() {
      return session.known().names().runtimes().iterator();
    }
  }
}
