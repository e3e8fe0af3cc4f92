package io.pickglass.repl.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.catalog.TaskMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ExpressionTest {
  private static final Map<String, Double> VALUES =
      Map.of("pollCount", 40.0, "maxPollNanos", 5e6, "slowPollRatio", 0.02, "failedCount", 0.0);

  /** The same of every monitor; of all there are two, the second of which has twice as much. */
  private static List<Amount> values(Reference reference) {
    if (reference.isWarnings()) {
      return List.of(Amount.plain(3));
    }
    Double value = VALUES.get(reference.metric());
    if (value == null) {
      throw new ExpressionException("?", reference.position(), "no such metric");
    }
    TaskMetric metric = TaskMetric.named(reference.metric()).orElseThrow();
    Amount amount = reference.amount(metric, value);
    return reference.isOfAll()
        ? List.of(amount, reference.amount(metric, 2 * value))
        : List.of(amount);
  }

  private static boolean holds(String text) {
    return Expression.of(text).evaluate(ExpressionTest::values).holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders.slowPollRatio < 0.03",
        "orders.slowPollRatio<3%",
        "users.insert.slowPollRatio >= 2%",
        "virtual-threads.maxPollNanos == 5ms",
        "a.maxPollNanos = 5000us and a.maxPollNanos <= 0.005s",
        "a.maxPollNanos < 1m && a.maxPollNanos < 1h",
        "monitor:a.pollCount > 39 or a.nope.pollCount < 0",
        "not a.failedCount > 0",
        "!(a.failedCount > 0) and (a.pollCount - 10) * 2 / 3 == 20",
        "(a.pollCount + 2) > 41",
        "((a.pollCount > 1))",
        "-a.pollCount < -39",
        "max(*.maxPollNanos) == 10ms",
        "sum(*.pollCount) == 120 and avg(*.pollCount) == 60 and min(*.pollCount, 7) == 7",
        "abs(0 - 3) == warnings",
        "1 / 0 == 0",
        "'two words'.pollCount == 40",
        "2 < 3",
      })
  void holds_(String text) {
    assertThat(holds(text)).isTrue();
    assertThat(holds("not (" + text + ")")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | 1 | expected a metric such as orders.slowPollRatio, a number or (, found the end",
        "a.pollCount | 12 | expected one of < <= > >= == !=, found the end",
        "a.pollCount < | 14 | expected a metric such as orders.slowPollRatio, a number or (, found the end",
        "a.pollCount << 3 | 14 | expected a metric such as orders.slowPollRatio, a number or (, found `<`",
        "a.pollCount < 3 4 | 17 | expected `and`, `or` or the end, found `4`",
        "pollCount < 3 | 1 | `pollCount` names no metric: write the monitor's or runtime's name, a dot and the metric, such as orders.slowPollRatio",
        "a.pollCount < 3d | 16 | `d` is no unit: there are ns, us, ms, s, m, h, %, B, kB, MB, GB",
        "a.pollCount < (3 | 17 | expected ), found the end",
        "mean(a.pollCount) < 3 | 1 | there is no function `mean`, but max, min, sum, avg and abs",
        "a.pollCount < 'x | 15 | the quote is not closed",
        "a.pollCount < $3 | 15 | `$` is no part of an expression",
        "a.slowPollRatio < 5ms | 17 | a share and a time cannot be compared or added",
        "*.pollCount < 5 | 1 | `*.pollCount` is many values: write max(*.pollCount), min, sum or avg",
      })
  void aMistakeIsSaidWithItsPlace(String written, int character, String what) {
    String text = written.equals("''") ? "" : written;
    assertThatThrownBy(() -> holds(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("`%s`, at character %d: %s", text, character, what);
  }

  @Test
  void theAnswerHasAllNumbersAlsoOfWhatDidNotDecide() {
    Expression expression = Expression.of("a.pollCount < 3 and max(*.maxPollNanos) < 1ms");
    Expression.Verdict verdict = expression.evaluate(ExpressionTest::values);
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.numbers())
        .isEqualTo(Map.of("a.pollCount", 40.0, "max(*.maxPollNanos)", 1e7));
    assertThat(expression.references()).extracting(Reference::name).containsExactly("a", "*");
  }

  @Test
  void nothingIsTooDeepOrTooLongForTheStack() {
    for (String text :
        List.of(
            "(".repeat(1900) + "1",
            "!".repeat(1900),
            "-".repeat(1900) + "1 < 2",
            "max(".repeat(400) + "1",
            "not ".repeat(450) + "1 < 2")) {
      assertThatThrownBy(() -> Expression.of(text)).hasMessageContaining("nested too deeply");
    }
    assertThat(holds("1" + "+1".repeat(990) + " == 991")).isTrue();
    assertThat(holds("1<2" + "||1<2".repeat(390))).isTrue();
    assertThatThrownBy(() -> Expression.of("1 < 2 ".repeat(400)))
        .hasMessageContaining("longer than");
  }

  /**
   * Pieces of expressions and of anything put together at random: read or refused, with a place.
   */
  @Test
  void noTextCrashesOrHangsTheParser() {
    String[] pieces = {
      "a.pollCount",
      "*.pollCount",
      "a.maxPollNanos",
      "max(",
      "avg",
      "(",
      ")",
      "<",
      "<=",
      "==",
      "!=",
      "and",
      "or",
      "not",
      "&&",
      "||",
      "!",
      "+",
      "-",
      "*",
      "/",
      ",",
      "3",
      "0.5",
      "5ms",
      "2%",
      ".",
      "'",
      "\"",
      "warnings",
      "a.",
      ".b",
      "µ",
      "\u0000",
      "\ud83d",
      "9".repeat(400),
      "1e9",
      ":",
      " ",
      "  "
    };
    int read = 0;
    List<String> refused = new ArrayList<>();
    for (long seed = 0; seed < 200_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        Expression.of(text.toString()).evaluate(ExpressionTest::values);
        read++;
      } catch (ExpressionException e) {
        assertThat(e.position()).as("seed " + seed).isBetween(0, text.length());
        refused.add(e.getMessage());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
    assertThat(read).isGreaterThan(100);
    assertThat(refused).hasSizeGreaterThan(100_000);
  }
}
