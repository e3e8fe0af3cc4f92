package io.pickglass.repl.series;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a target watches, by name. A monitor and a runtime may have the same name.
 *
 * @param monitors sorted
 * @param runtimes sorted
 */
public record Names(List<String> monitors, List<String> runtimes) {
  /** Nothing. */
  public static final Names NONE = new Names(List.of(), List.of());

  /** The names of monitors or of runtimes. */
  public List<String> of(Subject subject) {
    return switch (subject) {
      case MONITOR -> monitors;
      case RUNTIME -> runtimes;
    };
  }

  /** The names of both. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>(monitors);
    all.addAll(runtimes);
    return all;
  }
}
