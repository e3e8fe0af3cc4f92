package io.pickglass.repl.target;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Switches;
import java.util.List;

/**
 * A watched process and all that can be asked of it. Each question takes one round trip, however
 * many monitors it names.
 *
 * <p>Every method answers within the timeout or throws a {@link TargetException}; when its thread
 * is interrupted it throws a {@link StoppedException}. Threads: may be asked by several at once.
 */
public sealed interface Target extends AutoCloseable permits JmxTarget, JolokiaTarget {
  /** How people call it; short, and without passwords. */
  String name();

  /** What it is and how it samples. */
  Info describe();

  /** The names of its monitors, sorted. */
  List<String> monitors();

  /** Which of its monitors watch new tasks. */
  Switches switches();

  /** Switches all monitors off or on. */
  void turn(boolean on);

  /** Switches a monitor off or on. */
  void turn(String monitor, boolean on);

  /** All metrics since the start, in the order of {@code monitors}. */
  List<TaskInterval> cumulative(List<String> monitors);

  /** The last completed interval of each, in the order of {@code monitors}. */
  List<TaskInterval> last(List<String> monitors);

  /** The completed intervals after a sequence number, at most {@code max} of each monitor. */
  Page intervals(List<String> monitors, long after, int max);

  /** Lets go of it; never waits for it. */
  @Override
  void close();
}
