package io.pickglass.repl.expression;

import io.pickglass.repl.expression.Node.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an expression once, from left to right. */
final class Parser {
  /** Deeper nesting is nobody's intention, and would take the stack. */
  static final int DEEPEST = 100;

  static final Set<String> FUNCTIONS = Set.of("max", "min", "sum", "avg", "abs");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "=", "!=");
  private static final String VALUE = "a metric such as orders.slowPollRatio, a number or (";

  private final String text;
  private final List<Token> tokens;
  private int at;
  private int depth;

  Parser(String text) {
    this.text = text;
    this.tokens = Scanner.tokens(text);
  }

  Condition condition() {
    Condition condition = or();
    if (next().kind() != Token.Kind.END) {
      throw unexpected("`and`, `or` or the end");
    }
    return condition;
  }

  private Condition or() {
    Condition left = and();
    while (takes("||", "or")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (takes("&&", "and")) {
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    enter();
    try {
      if (takes("!", "not")) {
        return new Condition.Not(not());
      }
      // A parenthesis may begin a condition or a value: whichever can be read to a comparison.
      if (next().is("(") && isConditionInParentheses()) {
        at++;
        Condition inner = or();
        close();
        return inner;
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  /** Whether there is a comparison between this parenthesis and the one that closes it. */
  private boolean isConditionInParentheses() {
    int open = 0;
    for (int i = at; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        open++;
      } else if (token.is(")")) {
        open--;
        if (open == 0) {
          return false;
        }
      } else if (token.kind() == Token.Kind.SIGN
          && (COMPARISONS.contains(token.text()) || token.is("!"))) {
        return true;
      }
    }
    return false;
  }

  private Condition comparison() {
    Node left = sum();
    Token sign = next();
    if (sign.kind() != Token.Kind.SIGN || !COMPARISONS.contains(sign.text())) {
      throw unexpected("one of < <= > >= == !=");
    }
    at++;
    return new Condition.Comparison(
        sign.text().equals("=") ? "==" : sign.text(), left, sum(), sign.position());
  }

  private Node sum() {
    Node left = product();
    while (next().is("+") || next().is("-")) {
      Token sign = tokens.get(at++);
      left = new Node.Arithmetic(sign.text(), left, product(), sign.position());
    }
    return left;
  }

  private Node product() {
    Node left = factor();
    while (next().is("*") || next().is("/")) {
      Token sign = tokens.get(at++);
      left = new Node.Arithmetic(sign.text(), left, factor(), sign.position());
    }
    return left;
  }

  private Node factor() {
    enter();
    try {
      Token token = next();
      if (token.kind() == Token.Kind.NUMBER) {
        at++;
        return new Node.Literal(token.number(), token.position());
      }
      if (token.is("-")) {
        at++;
        Node zero = new Node.Literal(Amount.ZERO, token.position());
        return new Node.Arithmetic("-", zero, factor(), token.position());
      }
      if (token.is("(")) {
        at++;
        Node inner = sum();
        close();
        return inner;
      }
      if (token.kind() != Token.Kind.NAME) {
        throw unexpected(VALUE);
      }
      at++;
      return next().is("(") ? function(token) : reference(token);
    } finally {
      depth--;
    }
  }

  private Node function(Token name) {
    if (!FUNCTIONS.contains(name.text())) {
      throw new ExpressionException(
          text,
          name.position(),
          "there is no function `%s`, but max, min, sum, avg and abs".formatted(name.text()));
    }
    at++;
    List<Node> arguments = new ArrayList<>();
    arguments.add(sum());
    while (takes(",", ",")) {
      arguments.add(sum());
    }
    close();
    return new Node.Function(name.text(), arguments, name.position());
  }

  private Node reference(Token token) {
    int dot = token.text().lastIndexOf('.');
    if (token.text().equals(Reference.WARNINGS)) {
      return new Node.Metric(new Reference("", token.text(), token.position()));
    }
    if (dot <= 0 || dot == token.text().length() - 1) {
      throw new ExpressionException(
          text,
          token.position(),
          "`%s` names no metric: write the monitor's or runtime's name, a dot and the metric, such as orders.slowPollRatio"
              .formatted(token.text()));
    }
    return new Node.Metric(
        new Reference(
            token.text().substring(0, dot), token.text().substring(dot + 1), token.position()));
  }

  private void close() {
    if (!next().is(")")) {
      throw unexpected(")");
    }
    at++;
  }

  private void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw new ExpressionException(text, next().position(), "it is nested too deeply");
    }
  }

  private boolean takes(String sign, String word) {
    boolean is = next().is(sign) || next().isWord(word);
    at += is ? 1 : 0;
    return is;
  }

  private Token next() {
    return tokens.get(at);
  }

  private ExpressionException unexpected(String expected) {
    return new ExpressionException(
        text, next().position(), "expected %s, found %s".formatted(expected, next().shown()));
  }
}
