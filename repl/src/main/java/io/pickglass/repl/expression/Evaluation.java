package io.pickglass.repl.expression;

import io.pickglass.repl.expression.Node.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer to an expression. */
final class Evaluation {
  private final String text;
  private final Values values;
  private final Map<String, Amount> seen = new LinkedHashMap<>();

  Evaluation(String text, Values values) {
    this.text = text;
    this.values = values;
  }

  Map<String, Amount> seen() {
    return seen;
  }

  boolean holds(Condition condition) {
    // Both sides are always looked at, so that the answer has all numbers.
    return switch (condition) {
      case Condition.And(Condition left, Condition right) -> holds(left) & holds(right);
      case Condition.Or(Condition left, Condition right) -> holds(left) | holds(right);
      case Condition.Not(Condition of) -> !holds(of);
      case Condition.Comparison comparison -> holds(comparison);
    };
  }

  private boolean holds(Condition.Comparison comparison) {
    Amount left = one(comparison.left());
    Amount right = one(comparison.right());
    checkFit(left, right, comparison.position());
    int order = Double.compare(left.value(), right.value());
    return switch (comparison.sign()) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "==" -> order == 0;
      default -> order != 0;
    };
  }

  private Amount one(Node node) {
    return switch (node) {
      case Node.Literal(Amount amount, int _) -> amount;
      case Node.Metric(Reference reference) -> metric(reference);
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Node.Function function -> function(function);
    };
  }

  private Amount metric(Reference reference) {
    if (reference.isOfAll()) {
      throw new ExpressionException(
          text,
          reference.position(),
          "`%s` is many values: write max(%1$s), min, sum or avg".formatted(reference));
    }
    Amount amount = values.of(reference).getFirst();
    seen.put(reference.toString(), amount);
    return amount;
  }

  private Amount arithmetic(Node.Arithmetic node) {
    Amount left = one(node.left());
    Amount right = one(node.right());
    return switch (node.sign()) {
      case "*" -> new Amount(left.value() * right.value(), left.with(right));
      case "/" -> {
        // One answer to x ÷ 0 everywhere.
        double quotient = right.value() == 0 ? 0 : left.value() / right.value();
        yield new Amount(quotient, right.unit() == null ? left.unit() : null);
      }
      default -> {
        checkFit(left, right, node.position());
        double sum =
            node.sign().equals("+") ? left.value() + right.value() : left.value() - right.value();
        yield new Amount(sum, left.with(right));
      }
    };
  }

  private Amount function(Node.Function function) {
    List<Amount> all = new ArrayList<>();
    function.arguments().forEach(argument -> all.addAll(many(argument)));
    for (Amount amount : all) {
      checkFit(all.getFirst(), amount, function.position());
    }
    @Nullable Amount first = all.isEmpty() ? null : all.getFirst();
    double sum = all.stream().mapToDouble(Amount::value).sum();
    double value =
        switch (function.name()) {
          case "max" -> all.stream().mapToDouble(Amount::value).max().orElse(0);
          case "min" -> all.stream().mapToDouble(Amount::value).min().orElse(0);
          case "avg" -> all.isEmpty() ? 0 : sum / all.size();
          case "abs" -> Math.abs(sum);
          default -> sum;
        };
    Amount result = new Amount(value, first == null ? null : first.unit());
    if (function.arguments().size() == 1
        && function.arguments().getFirst() instanceof Node.Metric(Reference reference)) {
      seen.put(function.name() + "(" + reference + ")", result);
    }
    return result;
  }

  private List<Amount> many(Node node) {
    return node instanceof Node.Metric(Reference reference) && reference.isOfAll()
        ? values.of(reference)
        : List.of(one(node));
  }

  private void checkFit(Amount left, Amount right, int position) {
    if (!left.fits(right)) {
      throw new ExpressionException(
          text,
          position,
          "%s and %s cannot be compared or added".formatted(kind(left), kind(right)));
    }
  }

  private static String kind(Amount amount) {
    return switch (amount.family()) {
      case NANOS -> "a time";
      case BYTES -> "an amount of memory";
      case RATIO -> "a share";
      case COUNT, MEAN -> "a number";
    };
  }
}
