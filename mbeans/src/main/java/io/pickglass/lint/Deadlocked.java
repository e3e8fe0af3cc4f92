package io.pickglass.lint;

import io.pickglass.model.Deadlock;
import io.pickglass.model.Wait;
import io.pickglass.resource.Stuck;
import java.util.ArrayList;
import java.util.List;

/** Tasks that wait for each other in a circle. */
final class Deadlocked extends WaitRule {
  Deadlocked() {
    super("deadlock", Amount.NANOS, 1_000_000_000, Level.CRITICAL);
  }

  @Override
  String raisedWhen() {
    return "tasks have waited for each other's locks and monitors in a circle for 1 s, and for no"
        + " limited time";
  }

  @Override
  String advice() {
    return "They wait for ever. Take the locks in one order everywhere, or with a timeout:"
        + " the evidence has their stacks, deadlocks all of them.";
  }

  @Override
  List<Case> cases(Stuck stuck) {
    List<Case> cases = new ArrayList<>();
    for (Deadlock deadlock : stuck.deadlocks()) {
      if (!deadlock.endsByItself()) {
        deadlock.members().forEach(each -> cases.add(of(each)));
      }
    }
    return cases;
  }

  private static Case of(Deadlock.Member member) {
    Wait waiting = member.waiting();
    return new Case(
        waiting,
        1,
        Math.max(0, waiting.waitNanos()),
        waitsFor(waiting),
        frames(waiting.task(), member.stack()));
  }

  @Override
  String summary(long count, String subject) {
    return count == 1
        ? "1 task of " + subject + " is in a deadlock"
        : count + " tasks of " + subject + " are in a deadlock";
  }
}
