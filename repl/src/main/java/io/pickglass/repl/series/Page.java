package io.pickglass.repl.series;

import io.pickglass.model.TaskInterval;
import java.util.List;
import java.util.Map;

/**
 * One answer to "the intervals after sequence s".
 *
 * @param epoch when the target's library was started: another value is another life
 * @param lastSequence the last tick the sampler had finished when the answer was begun
 * @param intervalMillis how often the sampler ticks
 * @param max how many intervals of each monitor were asked for
 * @param switches which monitors watch new tasks
 * @param intervals by monitor, oldest first
 */
public record Page(
    String epoch,
    long lastSequence,
    long intervalMillis,
    int max,
    Switches switches,
    Map<String, List<TaskInterval>> intervals) {

  /** Whether there may be more intervals of that monitor than were asked for. */
  public boolean isCut(String monitor) {
    return intervals.getOrDefault(monitor, List.of()).size() >= max;
  }
}
