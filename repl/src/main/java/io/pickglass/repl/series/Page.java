package io.pickglass.repl.series;

import io.pickglass.model.Interval;
import java.util.List;
import java.util.Map;

/**
 * One answer to "the intervals after sequence s".
 *
 * @param epoch when the target's library was started: another value is another life
 * @param lastSequence the last tick the sampler had finished when the answer was begun
 * @param intervalMillis how often the sampler ticks
 * @param max how many intervals of each were asked for
 * @param switches which monitors watch new tasks
 * @param intervals by name, oldest first
 */
public record Page(
    String epoch,
    long lastSequence,
    long intervalMillis,
    int max,
    Switches switches,
    Map<String, List<Interval<?>>> intervals) {

  /** Whether there may be more intervals of that name than were asked for. */
  public boolean isCut(String name) {
    return intervals.getOrDefault(name, List.of()).size() >= max;
  }
}
