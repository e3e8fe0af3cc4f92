package io.pickglass.lint;

import io.pickglass.model.Warning;

/**
 * A warning that is raised and not cleared.
 *
 * <p>Threads: under the monitor of {@link Warnings}.
 */
final class Active {
  /** In so many looks in a row it must have been absent. */
  static final int CLEAR_LOOKS = 3;

  /** And for so long. */
  static final long CLEAR_NANOS = 2_000_000_000;

  private final Rule rule;
  private Warning latest;
  private long seenAt;
  private int absent;

  Active(long number, Finding finding, long now, long millis) {
    rule = finding.rule();
    seenAt = now;
    latest = warning(finding, number, millis, millis, 0, 0);
  }

  /** It was so again. */
  void seen(Finding finding, long now, long millis) {
    latest =
        warning(
            finding,
            latest.number(),
            latest.sinceMillis(),
            millis,
            latest.maxCount(),
            latest.maxValue());
    seenAt = now;
    absent = 0;
  }

  private static Warning warning(
      Finding finding, long number, long since, long seen, long maxCount, long maxValue) {
    Rule rule = finding.rule();
    return new Warning(
        number,
        rule.name(),
        rule.level().word(),
        finding.ofRuntime() ? "runtime" : "monitor",
        finding.subject(),
        rule.summary(finding.count(), finding.subject()),
        since,
        seen,
        0,
        finding.count(),
        Math.max(maxCount, finding.count()),
        finding.value(),
        Math.max(maxValue, finding.value()),
        rule.threshold(),
        rule.unit(),
        finding.tasks(),
        finding.evidence());
  }

  /** It was not so this time; says whether it is over. */
  boolean isOver(long now) {
    absent++;
    return !rule.isOn() || absent >= CLEAR_LOOKS && now - seenAt >= CLEAR_NANOS;
  }

  Warning warning() {
    return latest;
  }
}
