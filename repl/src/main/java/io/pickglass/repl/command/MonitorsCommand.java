package io.pickglass.repl.command;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.MonitorsView;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code monitors}. */
@Command(
    name = "monitors",
    description = "A line for each monitor: since its start, or in the last interval.")
final class MonitorsCommand extends ReplCommand {
  @Option(names = "--interval", description = "Of the last completed interval.")
  private boolean interval;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      completionCandidates = SortKeys.class,
      description = "Order by a column of the table, such as ready. Numbers fall, names rise.")
  private @Nullable String sort;

  MonitorsCommand(Session session) {
    super(session);
  }

  @Override
  public void run() {
    Comparator<TaskInterval> order = order(sort == null ? "monitor" : sort);
    Target target = session.target();
    Info info = target.describe();
    List<TaskInterval> monitors = numbers(target, info.monitors()).stream().sorted(order).toList();
    if (session.isJson()) {
      monitors.forEach(monitor -> session.print(IntervalJson.of(monitor, info.switches())));
    } else {
      Output output = session.output();
      session.print(
          MonitorsView.lines(
              monitors, scope(monitors), info.switches(), output.width(), output.symbols()));
    }
  }

  /** Of those that are there; one may be removed after it was named. */
  private List<TaskInterval> numbers(Target target, List<String> names) {
    try {
      return interval ? target.last(names) : target.cumulative(names);
    } catch (TargetException e) {
      if (e.kind() != TargetException.Kind.NO_SUCH_MONITOR) {
        throw e;
      }
      Set<String> present = Set.copyOf(target.monitors());
      List<String> left = names.stream().filter(present::contains).toList();
      return interval ? target.last(left) : target.cumulative(left);
    }
  }

  private String scope(List<TaskInterval> monitors) {
    if (!interval) {
      return "since the start";
    }
    // They are read one after another, so a tick may fall between them.
    LongSummaryStatistics numbers =
        monitors.stream().mapToLong(TaskInterval::sequence).summaryStatistics();
    return numbers.getMin() == numbers.getMax()
        ? "interval " + numbers.getMax()
        : "intervals %d to %d".formatted(numbers.getMin(), numbers.getMax());
  }

  private static Comparator<TaskInterval> order(String column) {
    return MonitorsView.order(column)
        .orElseThrow(() ->
            CommandFailure.usage(
                "`%s` is no column: %s`--sort` takes one of %s"
                    .formatted(
                        column,
                        Nearest.question(column, MonitorsView.sortKeys()),
                        String.join(", ", MonitorsView.sortKeys()))));
  }

  /** Completes {@code --sort}. */
  static final class SortKeys implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MonitorsView.sortKeys().iterator();
    }
  }
}
