package io.pickglass.agent;

import java.util.Locale;

/** By what tasks that nobody has named are put into monitors. */
enum GroupBy {
  /** The place in the program where a task begins, or its class if it may begin in many. */
  SITE,
  /** The class of its code. */
  CLASS,
  /** The package of that class. */
  PACKAGE,
  /** The thread's name without the number at its end; its class if it has no name. */
  NAME,
  /** One monitor for all. */
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
