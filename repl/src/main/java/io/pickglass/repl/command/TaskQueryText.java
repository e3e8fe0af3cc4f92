package io.pickglass.repl.command;

import io.pickglass.repl.target.TargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question for tasks, or for what they wait for, in the language of the target, from options.
 * Values are quoted, so that they are nothing but values.
 *
 * <p>What the user has written in that language stands first and in parentheses, so that it can
 * neither be misread as anything else nor is its place in the text in doubt.
 */
final class TaskQueryText {
  private static final String BEFORE_EXPRESSION = "where (";
  private static final Pattern PLACE = Pattern.compile("at character (\\d{1,9}): (.*)");
  private static final Pattern CHOICE = Pattern.compile("\"([^\"]*)\", expected one of (.*)");

  private final List<String> clauses = new ArrayList<>();
  private String expression = "";

  /** What the user has written. */
  TaskQueryText where(String given) {
    expression = given;
    clauses.addFirst(BEFORE_EXPRESSION + given + ")");
    return this;
  }

  /** Tasks of which a column has exactly that value, or fits if there is a {@code *} in it. */
  TaskQueryText equal(String column, String value) {
    return compared(column, value.contains("*") ? "~" : "=", value);
  }

  /** Tasks of which a column contains the value, or fits if there is a {@code *} in it. */
  TaskQueryText like(String column, String pattern) {
    return compared(column, "~", pattern);
  }

  /** Tasks in one of these states. */
  TaskQueryText states(List<String> states) {
    clauses.add(
        "where ("
            + String.join(" or ", states.stream().map(state -> "state = " + state).toList())
            + ")");
    return this;
  }

  /** Anything else that has a column, a direction or a number. */
  TaskQueryText clause(String word, String value) {
    clauses.add(word + " " + value);
    return this;
  }

  /** A number that an option of that name has given, if it was. */
  TaskQueryText number(String word, @Nullable Integer value) {
    if (value == null) {
      return this;
    }
    if (value < 0) {
      throw CommandFailure.usage("`--%s %d`: give a number of at least 0".formatted(word, value));
    }
    return clause(word, value.toString());
  }

  /** Tasks of which a column compares so with the value. */
  TaskQueryText compared(String column, String operator, String value) {
    clauses.add("where " + quoted(column) + " " + operator + " " + quoted(value));
    return this;
  }

  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return String.join(" ", clauses);
  }

  /** What the target says of the question, as it was typed here. */
  CommandFailure failure(TargetException refused) {
    String sentence = String.valueOf(refused.getMessage());
    Matcher place = PLACE.matcher(sentence);
    if (!place.matches()) {
      return CommandFailure.usage("that cannot be asked for: " + sentence);
    }
    String said = place.group(2) + meant(place.group(2));
    int at = Integer.parseInt(place.group(1)) - BEFORE_EXPRESSION.length();
    boolean isInExpression = !expression.isEmpty() && at >= 1 && at <= expression.length() + 1;
    return CommandFailure.usage(
        isInExpression
            ? "`--where %s`, at character %d: %s".formatted(expression, at, said)
            : said);
  }

  /** The nearest of the words that would do. */
  private static String meant(String sentence) {
    return Optional.of(CHOICE.matcher(sentence))
        .filter(Matcher::matches)
        .map(choice ->
            Nearest.question(choice.group(1), Arrays.asList(choice.group(2).split(", | "))))
        .filter(question -> !question.isEmpty())
        .map(question -> "; " + question.strip())
        .orElse("");
  }
}
