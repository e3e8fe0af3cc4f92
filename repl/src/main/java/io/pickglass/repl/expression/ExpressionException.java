package io.pickglass.repl.expression;

/** A text is no expression; the message is one sentence that says where and what was expected. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int position;

  ExpressionException(String text, int position, String what) {
    super("`%s`, at character %d: %s".formatted(text, position + 1, what));
    this.position = position;
  }

  /** Where in the text it is, from 0 on. */
  public int position() {
    return position;
  }
}
