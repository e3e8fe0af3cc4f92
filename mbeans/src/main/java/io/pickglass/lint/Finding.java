package io.pickglass.lint;

import io.pickglass.model.WarnedTask;
import java.util.List;

/**
 * What a rule has found at one look, of one monitor or runtime.
 *
 * @param rule which one
 * @param ofRuntime whether the subject is a runtime; else it is a monitor
 * @param subject its name
 * @param count of how many tasks, or how often
 * @param value the worst of them
 * @param tasks some of them, the worst first
 * @param evidence what else is known, a line each
 */
record Finding(
    Rule rule,
    boolean ofRuntime,
    String subject,
    long count,
    long value,
    List<WarnedTask> tasks,
    List<String> evidence) {
  /** What makes two findings the same warning. */
  record Key(String rule, boolean ofRuntime, String subject) {}

  Key key() {
    return new Key(rule.name(), ofRuntime, subject);
  }
}
