package io.pickglass.real;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor counts.
 *
 * @param tasks how many began
 * @param ended how many of them have ended
 * @param failed how many of those by an exception
 */
record Counts(long tasks, long ended, long failed) {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** Those of one monitor, as soon as it is there and all its tasks have ended. */
  static Counts of(Program program, String monitor) {
    Instant end = Instant.now().plus(DEADLINE);
    Map<String, String> all = program.counts();
    while (!areEnded(all.get(monitor)) && Instant.now().isBefore(end)) {
      all = program.counts();
    }
    return of(all.get(monitor), monitor + " in " + all);
  }

  private static boolean areEnded(@Nullable String numbers) {
    if (numbers == null) {
      return false;
    }
    Counts counts = of(numbers, numbers);
    return counts.ended == counts.tasks;
  }

  private static Counts of(@Nullable String numbers, String where) {
    if (numbers == null) {
      throw new AssertionError("no " + where);
    }
    String[] each = numbers.split(" ");
    return new Counts(Long.parseLong(each[0]), Long.parseLong(each[1]), Long.parseLong(each[2]));
  }

  /** What was counted since then. */
  Counts since(Counts before) {
    return new Counts(tasks - before.tasks, ended - before.ended, failed - before.failed);
  }
}
