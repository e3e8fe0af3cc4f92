package io.pickglass.repl.command;

import io.pickglass.model.Interval;
import io.pickglass.repl.target.Target;
import java.util.List;

/** The intervals that a target still has. */
final class Kept {
  // More than any target keeps.
  private static final int ALL = 1_000_000;

  private Kept() {}

  /** All completed intervals of a monitor or runtime, oldest first. */
  static List<Interval<?>> of(Target target, Named named) {
    return target
        .intervals(named.subject(), List.of(named.name()), -1, ALL)
        .intervals()
        .getOrDefault(named.name(), List.of());
  }
}
