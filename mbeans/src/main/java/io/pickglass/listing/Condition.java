package io.pickglass.listing;

import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import java.util.Locale;

/** What a task must be to be listed. */
@FunctionalInterface
interface Condition {
  /** Every task is. */
  Condition ANY = (task, now) -> true;

  boolean holds(TaskReading task, long now);

  /** How two values are compared. */
  enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    ABOVE(">"),
    LIKE("~"),
    UNLIKE("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL, LIKE -> comparison == 0;
        case UNEQUAL, UNLIKE -> comparison != 0;
        case AT_MOST -> comparison <= 0;
        case AT_LEAST -> comparison >= 0;
        case BELOW -> comparison < 0;
        case ABOVE -> comparison > 0;
      };
    }

    boolean isLike() {
      return this == LIKE || this == UNLIKE;
    }
  }

  /** A number of the task against a given one; what is not known is neither more nor less. */
  static Condition ofNumber(TaskColumn column, Operator operator, long given) {
    return (task, now) -> {
      long value = column.number(task, now);
      return value == TaskReading.UNKNOWN
          ? operator == Operator.UNEQUAL
          : operator.holds(Long.compare(value, given));
    };
  }

  /** A text of the task against a given one. */
  static Condition ofText(TaskColumn column, Operator operator, String given) {
    if (operator.isLike()) {
      Wildcard pattern = Wildcard.of(given);
      return (task, now) -> pattern.fits(column.text(task)) == (operator == Operator.LIKE);
    }
    return (task, now) -> operator.holds(column.text(task).compareToIgnoreCase(given));
  }

  /** The task's state against a word for one or several. */
  static Condition ofState(Operator operator, String given) {
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "live" -> (task, now) -> operator.holds(task.phase().isEnded() ? 1 : 0);
      case "ended" -> (task, now) -> operator.holds(task.phase().isEnded() ? 0 : 1);
      default -> {
        TaskPhase phase = TaskPhase.valueOf(given.toUpperCase(Locale.ROOT));
        yield (task, now) -> operator.holds(task.phase() == phase ? 0 : 1);
      }
    };
  }

  /** A field that the program has noted against a given value; an absent one equals nothing. */
  static Condition ofField(String key, Operator operator, String given) {
    Wildcard pattern = Wildcard.of(given);
    return (task, now) -> {
      String value = task.notes() == null ? null : task.notes().field(key);
      if (value == null) {
        return operator == Operator.UNEQUAL || operator == Operator.UNLIKE;
      }
      return operator.isLike()
          ? pattern.fits(value) == (operator == Operator.LIKE)
          : operator.holds(value.compareToIgnoreCase(given));
    };
  }

  default Condition and(Condition other) {
    return (task, now) -> holds(task, now) && other.holds(task, now);
  }

  default Condition or(Condition other) {
    return (task, now) -> holds(task, now) || other.holds(task, now);
  }

  default Condition not() {
    return (task, now) -> !holds(task, now);
  }
}
