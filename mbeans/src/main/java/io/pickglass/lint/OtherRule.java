package io.pickglass.lint;

import java.util.List;

/** A rule that is not asked task by task. */
abstract class OtherRule extends Rule {
  OtherRule(String name, Amount amount, long defaultThreshold, Level defaultLevel) {
    super(name, amount, defaultThreshold, defaultLevel);
  }

  /**
   * What is the matter now.
   *
   * @param millis that instant, in milliseconds since 1970
   */
  abstract List<Finding> look(long millis, Clues clues);
}
