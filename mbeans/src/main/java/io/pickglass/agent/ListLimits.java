package io.pickglass.agent;

import io.pickglass.monitor.EndedTasks;
import io.pickglass.monitor.TaskTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks are listed one by one. What is not said is null, and stays as it is: the program
 * may have set it.
 *
 * @param liveTasks how many while they live
 * @param endedTasks how many after their end
 * @param endedSeconds for how long
 */
public record ListLimits(
    @Nullable Integer liveTasks, @Nullable Integer endedTasks, @Nullable Integer endedSeconds) {
  private static final String LIVE = "live-tasks";
  private static final String ENDED = "ended-tasks";
  private static final String SECONDS = "ended-seconds";

  /** The settings in which they are said. */
  static final List<String> KEYS = List.of(LIVE, ENDED, SECONDS);

  static ListLimits of(Map<String, String> given) {
    return new ListLimits(
        number(given, LIVE, Integer.MAX_VALUE),
        number(given, ENDED, EndedTasks.MOST),
        number(given, SECONDS, Integer.MAX_VALUE));
  }

  private static @Nullable Integer number(Map<String, String> given, String key, int most) {
    String value = given.get(key);
    if (value == null) {
      return null;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(key + "=" + value + " is not a number from 0 to " + most);
  }

  void applyTo(TaskTable tasks) {
    if (liveTasks != null) {
      tasks.limit(liveTasks);
    }
    if (endedSeconds != null) {
      tasks.ended().retainNanos(TimeUnit.SECONDS.toNanos(endedSeconds));
    }
    // To set it forgets those that are kept.
    if (endedTasks != null && endedTasks != tasks.ended().limit()) {
      tasks.ended().limit(endedTasks);
    }
  }

  void addTo(List<String> settings) {
    add(settings, LIVE, liveTasks);
    add(settings, ENDED, endedTasks);
    add(settings, SECONDS, endedSeconds);
  }

  private static void add(List<String> settings, String key, @Nullable Integer value) {
    if (value != null) {
      settings.add(key + "=" + value);
    }
  }
}
