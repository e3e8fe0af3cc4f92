package io.pickglass.repl.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text is a condition or refused with the place, and stays what it is. */
class ExpressionFuzz {
  @FuzzTest(maxDuration = "1m")
  void conditions(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    Expression expression;
    try {
      expression = Expression.of(text);
    } catch (ExpressionException e) {
      assertThat(e.getMessage()).contains(", at character ");
      return;
    }
    assertThat(expression.text()).isEqualTo(text);
    assertThat(Expression.of("(" + text + ")").references()).hasSameSizeAs(expression.references());
  }
}
