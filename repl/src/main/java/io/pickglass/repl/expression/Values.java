package io.pickglass.repl.expression;

import java.util.List;

/** Tells what an expression asks for. */
@FunctionalInterface
public interface Values {
  /**
   * One value, or of {@code *} one of each that has it.
   *
   * @throws ExpressionException where there is none, at the place of the reference
   */
  List<Amount> of(Reference reference);
}
