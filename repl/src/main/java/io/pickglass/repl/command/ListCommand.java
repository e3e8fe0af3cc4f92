package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.IntervalJson;
import io.pickglass.repl.view.SubjectsView;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Lists all monitors, or all runtimes. */
abstract class ListCommand extends ReplCommand {
  private final Subject subject;

  @Option(names = "--interval", description = "Of the last completed interval.")
  private boolean interval;

  ListCommand(Session session, Subject subject) {
    super(session);
    this.subject = subject;
  }

  /** By which column; by name without. */
  abstract @Nullable String sort();

  @Override
  public void run() {
    String column = sort();
    Comparator<Interval<?>> order = order(column == null ? subject.word() : column);
    Target target = session.target();
    Info info = target.describe();
    List<Interval<?>> all =
        numbers(target, info.names().of(subject)).stream().sorted(order).toList();
    Kinds kinds = subject == Subject.RUNTIME ? target.kinds() : Kinds.NONE;
    Output output = session.output();
    String scope = interval ? IntervalJson.INTERVAL : IntervalJson.CUMULATIVE;
    session.answer(
        () -> all.stream().map(one -> json(one, info, kinds, scope)).toList(),
        () ->
            all.isEmpty() && subject == Subject.MONITOR && info.hasAgent()
                ? List.of(SubjectsView.noneUnderAgent(output.width(), output.symbols()))
                : SubjectsView.lines(
                    subject,
                    all,
                    scope(all),
                    info.switches(),
                    kinds,
                    output.width(),
                    output.symbols()));
  }

  private static Map<String, Object> json(Interval<?> one, Info info, Kinds kinds, String scope) {
    Map<String, Object> json = IntervalJson.of(one, info.switches(), kinds);
    json.put(IntervalJson.SCOPE, scope);
    return json;
  }

  /** Of those that are there; one may be removed after it was named. */
  private List<Interval<?>> numbers(Target target, List<String> names) {
    try {
      return ask(target, names);
    } catch (TargetException e) {
      if (!e.isMissing()) {
        throw e;
      }
      List<String> present = target.names().of(subject);
      return ask(target, names.stream().filter(present::contains).toList());
    }
  }

  private List<Interval<?>> ask(Target target, List<String> names) {
    return interval ? target.last(subject, names) : target.cumulative(subject, names);
  }

  private String scope(List<Interval<?>> all) {
    if (!interval) {
      return "since the start";
    }
    // They are read one after another, so a tick may fall between them.
    LongSummaryStatistics numbers = all.stream().mapToLong(Interval::sequence).summaryStatistics();
    return numbers.getMin() == numbers.getMax()
        ? "interval " + numbers.getMax()
        : "intervals %d to %d".formatted(numbers.getMin(), numbers.getMax());
  }

  private Comparator<Interval<?>> order(String column) {
    return SubjectsView.order(subject, column)
        .orElseThrow(() -> SortKeys.unknown(column, SubjectsView.sortKeys(subject)));
  }
}
