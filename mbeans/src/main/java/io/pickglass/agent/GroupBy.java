package io.pickglass.agent;

import io.pickglass.model.Place;
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

  /** What the tasks of a place are called. */
  String name(Place place) {
    return switch (this) {
      case SITE, NAME -> place.label();
      case CLASS -> place.simpleName();
      case PACKAGE -> place.packageName();
      case NONE -> "all";
    };
  }

  /** The same with the package, for two that are called the same without it. */
  String qualifiedName(Place place) {
    return switch (this) {
      case SITE, NAME -> place.qualifiedLabel();
      case CLASS -> place.className().replace('$', '.');
      case PACKAGE, NONE -> name(place);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
