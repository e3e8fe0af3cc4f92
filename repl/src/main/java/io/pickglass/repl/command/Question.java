package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.expression.Amount;
import io.pickglass.repl.expression.Expression;
import io.pickglass.repl.expression.ExpressionException;
import io.pickglass.repl.expression.Reference;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.AmountText;
import io.pickglass.repl.view.Sampled;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** An expression, asked of a target: what it names is looked for and read, each once. */
final class Question {
  private final Expression expression;
  private final Session session;
  private final Map<String, Interval<?>> read = new LinkedHashMap<>();
  private final Set<String> ofNothing = new LinkedHashSet<>();

  private Question(Session session, Expression expression) {
    this.session = session;
    this.expression = expression;
  }

  /** Reads an expression. */
  static Expression parse(List<String> words) {
    try {
      return Expression.of(String.join(" ", words));
    } catch (ExpressionException e) {
      throw CommandFailure.usage(e.getMessage() + "; `help assert` shows how it is written");
    }
  }

  /**
   * Its answer.
   *
   * @param reader gives the intervals of a subject, in the order of the names
   */
  static Expression.Verdict ask(
      Session session,
      Expression expression,
      BiFunction<Subject, List<String>, List<? extends Interval<?>>> reader) {
    Question question = new Question(session, expression);
    try {
      question.read(reader);
      Expression.Verdict verdict = expression.evaluate(question::values);
      return verdict;
    } catch (ExpressionException e) {
      throw CommandFailure.usage(String.valueOf(e.getMessage()));
    } finally {
      question.ofNothing.forEach(session.output()::note);
    }
  }

  /** What it is in words: {@code orders.slowPollRatio = 0.20%}. */
  static String text(Expression.Verdict verdict, Symbols symbols) {
    return verdict.values().entrySet().stream()
        .map(value ->
            value.getKey()
                + " = "
                + AmountText.of(value.getValue().value(), value.getValue().unit(), symbols))
        .collect(Collectors.joining(", "));
  }

  private void read(BiFunction<Subject, List<String>, List<? extends Interval<?>>> reader) {
    Names names = session.target().names();
    Map<Subject, Set<String>> wanted = new LinkedHashMap<>();
    for (Reference reference : expression.references()) {
      if (!reference.isWarnings()) {
        for (Named named : find(names, reference)) {
          wanted.computeIfAbsent(named.subject(), _ -> new LinkedHashSet<>()).add(named.name());
        }
      }
    }
    wanted.forEach((subject, all) -> {
      List<? extends Interval<?>> intervals = reader.apply(subject, List.copyOf(all));
      intervals.forEach(one -> read.put(Named.marked(subject, one.name()), one));
    });
  }

  private List<Amount> values(Reference reference) {
    if (reference.isWarnings()) {
      Target target = session.target();
      return List.of(new Amount(target.warnings().active().size(), null));
    }
    List<Amount> amounts = new ArrayList<>();
    for (Named named : find(session.target().names(), reference)) {
      Interval<?> interval = read.get(Named.marked(named.subject(), named.name()));
      Metric metric = named.subject().metric(reference.metric()).orElseThrow();
      if (interval != null && Numbers.has(interval, metric)) {
        amounts.add(reference.amount(metric, Numbers.of(interval, metric)));
        if (Sampled.isOfNothing(metric, interval) && !reference.isOfAll()) {
          ofNothing.add("%s is 0 because there was nothing to measure".formatted(reference));
        }
      }
    }
    if (amounts.isEmpty()) {
      throw CommandFailure.failed(
          "%s cannot be known there: `show %s` says what is known"
              .formatted(reference, reference.isOfAll() ? "NAME" : reference.name()));
    }
    return amounts;
  }

  /** What has that name and that metric; a monitor, if there are both. */
  private List<Named> find(Names names, Reference reference) {
    List<Subject> tables = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      if (subject.metric(reference.metric()).isPresent()) {
        tables.add(subject);
      }
    }
    if (tables.isEmpty()) {
      Set<String> known = new LinkedHashSet<>();
      for (Subject subject : Subject.values()) {
        subject.metrics().forEach(metric -> known.add(metric.metricName()));
      }
      throw expression.wrong(
          reference,
          "`%s` is no metric: %s`help metrics` lists all"
              .formatted(reference.metric(), Nearest.question(reference.metric(), known)));
    }
    if (reference.isOfAll()) {
      return tables.stream()
          .flatMap(subject -> names.of(subject).stream().map(name -> new Named(subject, name)))
          .toList();
    }
    for (Subject subject : tables) {
      Optional<String> found =
          Optional.of(Named.unmarked(subject, reference.name()))
              .filter(name -> names.of(subject).contains(name));
      if (found.isPresent()) {
        return List.of(new Named(subject, found.get()));
      }
    }
    throw CommandFailure.failed(
        Missing.sentence(session, names, reference.name(), tables.toArray(Subject[]::new)));
  }
}
