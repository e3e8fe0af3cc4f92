package io.pickglass.repl.expression;

import io.pickglass.repl.expression.Node.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A condition on metrics: {@code orders.slowPollRatio < 1% and max(*.maxPollNanos) < 50ms}.
 *
 * <pre>
 *   condition   VALUE OP VALUE, with and, or, not and parentheses; OP: &lt; &lt;= &gt; &gt;= == !=
 *   value       NAME.METRIC, *.METRIC in a function, warnings, a number, + - * /, parentheses
 *   function    max min sum avg of values, abs of one
 *   number      12, 0.5, 5ms, 10us, 2s, 1m, 3%, 10MB
 * </pre>
 */
public final class Expression {
  private final String text;
  private final Condition condition;

  private Expression(String text, Condition condition) {
    this.text = text;
    this.condition = condition;
  }

  /**
   * Reads it.
   *
   * @throws ExpressionException where it is none; says the place and what was expected
   */
  public static Expression of(String text) {
    return new Expression(text, new Parser(text).condition());
  }

  /** What it asks for, in the order in which it is written. */
  public List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    forEachNode(
        condition,
        node -> {
          if (node instanceof Node.Metric metric) {
            references.add(metric.reference());
          }
        });
    return references;
  }

  /** Something is the matter with what it asks for, in words; says where that is written. */
  public ExpressionException wrong(Reference reference, String what) {
    return new ExpressionException(text, reference.position(), what);
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** Whether it holds, and with which values. */
  public Verdict evaluate(Values values) {
    Evaluation evaluation = new Evaluation(text, values);
    return new Verdict(evaluation.holds(condition), evaluation.seen());
  }

  /**
   * The answer.
   *
   * @param holds whether it is so
   * @param values of what it asks for, by how it is written
   */
  public record Verdict(boolean holds, Map<String, Amount> values) {
    /** Those that are of a unit, with it; for sentences and JSON. */
    public Map<String, Double> numbers() {
      Map<String, Double> numbers = new LinkedHashMap<>();
      values.forEach((name, amount) -> numbers.put(name, amount.value()));
      return numbers;
    }
  }

  private static void forEachNode(Condition condition, Consumer<Node> reader) {
    switch (condition) {
      case Condition.And(Condition left, Condition right) -> {
        forEachNode(left, reader);
        forEachNode(right, reader);
      }
      case Condition.Or(Condition left, Condition right) -> {
        forEachNode(left, reader);
        forEachNode(right, reader);
      }
      case Condition.Not(Condition of) -> forEachNode(of, reader);
      case Condition.Comparison comparison -> {
        forEachNode(comparison.left(), reader);
        forEachNode(comparison.right(), reader);
      }
    }
  }

  private static void forEachNode(Node node, Consumer<Node> reader) {
    reader.accept(node);
    switch (node) {
      case Node.Arithmetic arithmetic -> {
        forEachNode(arithmetic.left(), reader);
        forEachNode(arithmetic.right(), reader);
      }
      case Node.Function function ->
          function.arguments().forEach(argument -> forEachNode(argument, reader));
      case Node.Literal _, Node.Metric _ -> {}
    }
  }
}
