package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import io.pickglass.repl.expression.Expression;
import io.pickglass.repl.expression.Expression.Verdict;
import io.pickglass.repl.series.Spans;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assert}. */
@Command(
    name = "assert",
    description = {
      "Check a condition on metrics; the exit code is 1 if it does not hold.",
      "  assert orders.slowPollRatio < 1%%",
      "  assert --last 10 orders.p99PollNanos < 50ms and max(*.failedCount) == 0",
      "  assert warnings == 0 or virtual-threads.queueDepth < 2 * virtual-threads.workerCount",
      "A value is NAME.METRIC, a number (5ms, 10us, 3%%, 10MB), `warnings` (how many are active), or",
      "max, min, sum, avg of several, where *.METRIC are those of all. A minus after a name needs a",
      "space. Its numbers are since the start unless an option says of what; options come first."
    })
final class AssertCommand extends ReplCommand implements TakesFreeText {
  @ArgGroup private @Nullable Of of;

  @Parameters(paramLabel = "EXPR", arity = "1..*", description = "The condition.")
  private List<String> words = List.of();

  AssertCommand(Session session) {
    super(session);
  }

  /** Of which time; one of them. */
  static final class Of {
    @Option(names = "--cumulative", description = "Since the start (the default).")
    boolean cumulative;

    @Option(names = "--interval", description = "Of the last completed interval.")
    boolean interval;

    @Option(names = "--last", paramLabel = "N", description = "Of the last N intervals together.")
    @Nullable Integer last;
  }

  @Override
  public void run() {
    Expression expression = Question.parse(words);
    Verdict verdict = Question.ask(session, expression, this::read);
    String numbers = Question.text(verdict, session.output().symbols());
    if (session.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("assert", expression.text());
      json.put("holds", verdict.holds());
      json.put("values", verdict.numbers());
      session.print(json);
    } else if (verdict.holds()) {
      session.output().line(Line.plain("`%s` holds: %s".formatted(expression.text(), numbers)));
    }
    if (!verdict.holds()) {
      throw CommandFailure.failed("`%s` does not hold: %s".formatted(expression.text(), numbers));
    }
  }

  private List<Interval<?>> read(Subject subject, List<String> names) {
    Target target = session.target();
    if (of != null && of.interval) {
      return target.last(subject, names);
    }
    if (of == null || of.last == null) {
      return target.cumulative(subject, names);
    }
    if (of.last < 1) {
      throw CommandFailure.usage("`--last %d`: give a number of at least 1".formatted(of.last));
    }
    List<Interval<?>> sums = new ArrayList<>();
    for (String name : names) {
      List<Interval<?>> kept = Kept.of(target, new Named(subject, name));
      if (kept.isEmpty()) {
        throw CommandFailure.failed(
            "`%s` has no completed interval yet: try again in a moment".formatted(name));
      }
      sums.add(Spans.merge(kept.subList(Math.max(0, kept.size() - of.last), kept.size())));
    }
    return sums;
  }
}
