package io.pickglass.model;

import java.util.List;

/**
 * Something is the matter with tasks of a monitor, or with a runtime; or it was.
 *
 * @param number its number since the start, from 1 on
 * @param name the rule that says so: {@code long-poll}
 * @param level info, warning or critical
 * @param subjectKind monitor or runtime
 * @param subject its name
 * @param summary a sentence that begins with the count
 * @param sinceMillis when it was raised, in milliseconds since 1970
 * @param seenMillis when it was last so: it is cleared some looks later, so that it does not flap
 * @param clearedMillis when it was cleared; 0 while it is active
 * @param count of how many tasks it was so when it was last so
 * @param maxCount of how many at most
 * @param value the worst of them, when it was last so
 * @param maxValue the worst at any time
 * @param threshold with what that is compared
 * @param unit of the last three: nanoseconds or percent
 * @param tasks some of the tasks, the worst first
 * @param evidence what else is known, a line each
 */
public record Warning(
    long number,
    String name,
    String level,
    String subjectKind,
    String subject,
    String summary,
    long sinceMillis,
    long seenMillis,
    long clearedMillis,
    long count,
    long maxCount,
    long value,
    long maxValue,
    long threshold,
    String unit,
    List<WarnedTask> tasks,
    List<String> evidence) {

  /** The same, cleared then. */
  public Warning cleared(long millis) {
    return new Warning(
        number,
        name,
        level,
        subjectKind,
        subject,
        summary,
        sinceMillis,
        seenMillis,
        millis,
        count,
        maxCount,
        value,
        maxValue,
        threshold,
        unit,
        tasks,
        evidence);
  }
}
