package io.pickglass.repl.series;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which monitors of a target watch new tasks. One that does not stands still, though the program
 * may be at work.
 *
 * @param all whether those that are on by themselves do
 * @param off those that are off by themselves
 */
public record Switches(boolean all, Set<String> off) {
  /** Where nothing is off. */
  public static final Switches ON = new Switches(true, Set.of());

  /** Whether new tasks of that monitor are watched. */
  public boolean watches(String monitor) {
    return all && !off.contains(monitor);
  }

  /** Those of the monitors that are off by themselves, in their order. */
  public List<String> offAmong(Collection<String> monitors) {
    return monitors.stream().filter(off::contains).toList();
  }
}
