package io.pickglass.lint;

import io.pickglass.model.Wait;
import io.pickglass.resource.Stuck;
import java.util.List;

/** Very many tasks that wait for one lock. */
final class Convoy extends WaitRule {
  Convoy() {
    super("convoy", Amount.TASKS, 50, Level.WARNING);
  }

  @Override
  String raisedWhen() {
    return "50 tasks wait for one lock; of a monitor, those that have waited for as long as a"
        + " deadlock must last";
  }

  @Override
  String advice() {
    return "The evidence says what its holder does: make that shorter, or give each its own lock.";
  }

  @Override
  List<Case> cases(Stuck stuck) {
    return stuck.crowds().stream()
        .filter(each -> !each.orphaned() && each.resource().waiterCount() >= threshold())
        .filter(each -> !each.longest().isEmpty())
        .map(Convoy::of)
        .toList();
  }

  private static Case of(Stuck.Crowd crowd) {
    Wait longest = crowd.longest().getFirst();
    long count = crowd.resource().waiterCount();
    return new Case(
        longest,
        count,
        count,
        waitsFor(longest) + ", longest of " + count,
        frames("its holder " + crowd.resource().holder(), crowd.holderStack()));
  }

  @Override
  String summary(long count, String subject) {
    return count + " tasks of " + subject + " wait for one lock";
  }
}
