package io.pickglass.lint;

import io.pickglass.model.WarningRule;

/**
 * Of what a warning warns, from which threshold on, and how much it matters. What is written of it
 * here is written nowhere else; a test compares the page of warnings.
 *
 * <p>Threads: settings by any thread; the next look goes by them.
 */
public abstract class Rule {
  private final String name;
  private final Amount amount;
  private final long defaultThreshold;
  private final Level defaultLevel;
  private volatile long threshold;
  private volatile Level level;

  Rule(String name, Amount amount, long defaultThreshold, Level defaultLevel) {
    this.name = name;
    this.amount = amount;
    this.defaultThreshold = defaultThreshold;
    this.defaultLevel = defaultLevel;
    this.threshold = defaultThreshold;
    this.level = defaultLevel;
  }

  /** How it is called: {@code long-poll}. */
  public final String name() {
    return name;
  }

  /** When the warning is raised, in words, for the default threshold. */
  abstract String raisedWhen();

  /** When it is cleared, in words. */
  String clearedWhen() {
    return "three looks in a row have not found it, and 2 s";
  }

  /** What to do then. */
  abstract String advice();

  /** What follows a count: {@code 3 tasks of orders have …}. */
  abstract String summary(long count, String subject);

  /** Why it cannot be raised now; empty if it can. */
  String lacks() {
    return "";
  }

  /** From which value on. */
  public final long threshold() {
    return threshold;
  }

  /**
   * Sets from which value on: {@code 250ms}, {@code 60%}.
   *
   * @throws IllegalArgumentException if that is none; says what is expected
   */
  public final void threshold(String text) {
    threshold = parse(text);
  }

  long parse(String text) {
    return amount.parse(text);
  }

  /** How much it matters. */
  public final Level level() {
    return level;
  }

  /** Sets that; what is off is not looked for. */
  public final void level(Level wanted) {
    level = wanted;
  }

  final boolean isOn() {
    return level != Level.OFF;
  }

  /** The unit of its numbers. */
  final String unit() {
    return amount.unit();
  }

  /** A value of it in a sentence. */
  final String text(long value) {
    return amount.text(value);
  }

  /** {@code 1 task of orders has} or {@code 3 tasks of orders have}. */
  static String tasksHave(long count, String subject) {
    return count == 1 ? "1 task of " + subject + " has" : count + " tasks of " + subject + " have";
  }

  /** As it is set now. */
  public final WarningRule described() {
    return new WarningRule(
        name,
        level.word(),
        defaultLevel.word(),
        threshold,
        defaultThreshold,
        unit(),
        text(threshold),
        raisedWhen(),
        advice(),
        lacks());
  }
}
