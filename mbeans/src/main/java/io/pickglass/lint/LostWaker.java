package io.pickglass.lint;

import io.pickglass.model.Wait;
import io.pickglass.resource.Stuck;
import java.util.List;

/** Tasks that wait for a lock whose owner has ended without giving it back. */
final class LostWaker extends WaitRule {
  LostWaker() {
    super("lost-waker", Amount.NANOS, 1_000_000_000, Level.CRITICAL);
  }

  @Override
  String raisedWhen() {
    return "a task has waited for 1 s for a lock whose owner has ended";
  }

  @Override
  String advice() {
    return "Nobody will ever give it back: unlock in a finally block.";
  }

  @Override
  List<Case> cases(Stuck stuck) {
    return stuck.crowds().stream()
        .filter(Stuck.Crowd::orphaned)
        .flatMap(crowd -> crowd.longest().stream())
        .filter(waiting -> waiting.waitNanos() < 0 || waiting.waitNanos() >= threshold())
        .map(LostWaker::of)
        .toList();
  }

  private static Case of(Wait waiting) {
    return new Case(
        waiting,
        1,
        Math.max(0, waiting.waitNanos()),
        waitsFor(waiting) + ", and that has ended",
        List.of());
  }

  @Override
  String summary(long count, String subject) {
    return tasksHave(count, subject) + " waited for a lock whose owner has ended";
  }
}
