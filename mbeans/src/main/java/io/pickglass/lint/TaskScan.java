package io.pickglass.lint;

import io.pickglass.model.TaskKind;
import io.pickglass.monitor.TaskReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at all live tasks; a section counts as a task of its monitor, as everywhere.
 *
 * <p>Threads: one. Bounds: {@value #MOST_COPIES} copies, so that a look at a million tasks of which
 * each is worse than the one before takes no longer than another.
 */
final class TaskScan implements Consumer<TaskReading> {
  private static final int MOST_COPIES = 1_000;

  private final List<TaskRule> rules;
  private final long now;
  private final Map<String, Tally[]> tallies = new HashMap<>();
  private String latest = "";
  private @Nullable Tally[] ofLatest = new Tally[0];
  private int copies;

  TaskScan(List<TaskRule> rules, long now) {
    this.rules = rules;
    this.now = now;
  }

  /** Whether the rules are asked of it: not where no polls are seen. */
  static boolean isJudged(TaskReading task) {
    return task.kind() != TaskKind.VIRTUAL && task.kind() != TaskKind.SECTION || task.seesPolls();
  }

  @Override
  public void accept(TaskReading task) {
    if (!isJudged(task)) {
      return;
    }
    task.beginSpreadsIfBusy(now);
    for (int i = 0; i < rules.size(); i++) {
      TaskRule rule = rules.get(i);
      if (rule.check(task, now) == Answer.YES
          && tally(task.monitor(), i).add(task, now, copies < MOST_COPIES)) {
        copies++;
      }
    }
  }

  private Tally tally(String monitor, int rule) {
    if (!monitor.equals(latest)) {
      latest = monitor;
      ofLatest = tallies.computeIfAbsent(monitor, _ -> new Tally[rules.size()]);
    }
    Tally known = ofLatest[rule];
    if (known == null) {
      known = new Tally(rules.get(rule));
      ofLatest[rule] = known;
    }
    return known;
  }

  List<Finding> findings(Clues clues) {
    List<Finding> findings = new ArrayList<>();
    for (Entry<String, Tally[]> monitor : tallies.entrySet()) {
      for (Tally tally : monitor.getValue()) {
        if (tally != null) {
          findings.add(tally.finding(monitor.getKey(), now, clues));
        }
      }
    }
    return findings;
  }
}
