package io.pickglass.repl.expression;

import java.util.List;

/** A part of an expression that has a value. */
sealed interface Node {
  /** Where it is written. */
  int position();

  /** A number as it is written. */
  record Literal(Amount amount, int position) implements Node {}

  /** A metric. */
  record Metric(Reference reference) implements Node {
    @Override
    public int position() {
      return reference.position();
    }
  }

  /** Two values, and {@code + - * /} between them. */
  record Arithmetic(String sign, Node left, Node right, int position) implements Node {}

  /** {@code max}, {@code min}, {@code sum}, {@code avg} or {@code abs} of values. */
  record Function(String name, List<Node> arguments, int position) implements Node {}

  /** A part of an expression that holds or does not. */
  sealed interface Condition {
    /** Two values compared. */
    record Comparison(String sign, Node left, Node right, int position) implements Condition {}

    /** Both. */
    record And(Condition left, Condition right) implements Condition {}

    /** One of them. */
    record Or(Condition left, Condition right) implements Condition {}

    /** Not that. */
    record Not(Condition of) implements Condition {}
  }
}
