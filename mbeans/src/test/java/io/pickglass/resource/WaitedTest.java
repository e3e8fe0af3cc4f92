package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.jdk.WaitKind;
import io.pickglass.model.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each wait is counted once, also if nobody knows at first for what it is. */
class WaitedTest {
  private static final Source HERE =
      new Source(ResourceKind.MONITOR, "", "synchronized", "Orders.take(Orders.java:7)");

  private final Known known = new Known();
  private final Object monitor = new Object();

  private static Waiter waiter(long since) {
    return new Waiter(Thread.currentThread(), null, WaitKind.BLOCKED, null, since);
  }

  private static Waiter lookedAt(long since) {
    Waiter waiter = waiter(since);
    waiter.seen(new Seen(HERE, null, false, List.of()));
    return waiter;
  }

  private Waited count(Identity identity, Waiter waiter, long now) {
    Found found = new Found(identity, "Object", "");
    found.add(waiter, now);
    return known.counted(found, now).waited();
  }

  private Waited unseen(Waiter waiter, long now) {
    return count(
        Identity.ofValue(new Scene.Unseen(WaitKind.BLOCKED), ResourceKind.MONITOR), waiter, now);
  }

  private Waited seen(Waiter waiter, long now) {
    return count(Identity.of(monitor, ResourceKind.MONITOR), waiter, now);
  }

  private static Map<String, List<Long>> sums(Waited waited) {
    Map<String, List<Long>> sums = new TreeMap<>();
    waited
        .sums()
        .forEach((source, sum) ->
            sums.put(source.api(), List.of(sum.count(), sum.nanos(), sum.longestNanos())));
    return sums;
  }

  @Test
  void aWaitThatGoesOnIsOneAndGrows() {
    Waited waited = seen(lookedAt(100), 150);
    assertThat(sums(waited)).isEqualTo(Map.of("synchronized", List.of(1L, 50L, 50L)));
    seen(lookedAt(100), 170);
    assertThat(sums(waited)).isEqualTo(Map.of("synchronized", List.of(1L, 70L, 70L)));
  }

  @Test
  void theNextWaitOfTheSameThreadIsAnother() {
    Waited waited = seen(lookedAt(100), 150);
    seen(lookedAt(200), 220);
    assertThat(sums(waited)).isEqualTo(Map.of("synchronized", List.of(2L, 70L, 50L)));
  }

  @Test
  void whereItIsMayBeLearnedLaterAndAllOfItCountsThere() {
    Waited waited = seen(waiter(100), 150);
    assertThat(sums(waited)).isEqualTo(Map.of("", List.of(1L, 50L, 50L)));
    seen(lookedAt(100), 170);
    assertThat(sums(waited)).isEqualTo(Map.of("synchronized", List.of(1L, 70L, 70L)));
    seen(waiter(100), 180);
    assertThat(sums(waited)).isEqualTo(Map.of("synchronized", List.of(1L, 80L, 80L)));
  }

  @Test
  void forWhatItIsMayBeLearnedLaterAndItCountsForThatAlone() {
    Waited vague = unseen(waiter(100), 150);
    assertThat(sums(vague)).isEqualTo(Map.of("", List.of(1L, 50L, 50L)));
    Waited waited = seen(lookedAt(100), 170);
    assertThat(sums(waited)).isEqualTo(Map.of("synchronized", List.of(1L, 70L, 70L)));
    assertThat(sums(vague)).isEqualTo(Map.of());
  }

  @Test
  void whoeverWasNeverLookedAtStaysCountedWhenHisWaitIsOver() {
    Waited vague = unseen(waiter(100), 150);
    unseen(waiter(300), 310);
    assertThat(sums(vague)).isEqualTo(Map.of("", List.of(2L, 60L, 50L)));
  }

  @Test
  void whoJoinsAThreadIsNotCountedForItsLatchAnyMore() {
    Object latch = new Object();
    Waiter before = new Waiter(Thread.currentThread(), null, WaitKind.PARKED, latch, 100);
    Waited ofLatch = count(Identity.of(latch, ResourceKind.LATCH), before, 150);
    assertThat(sums(ofLatch)).isEqualTo(Map.of("", List.of(1L, 50L, 50L)));
    Waiter after = new Waiter(Thread.currentThread(), null, WaitKind.PARKED, latch, 100);
    Waited ofJoin = count(Identity.of(Thread.currentThread(), ResourceKind.JOIN), after, 170);
    assertThat(sums(ofJoin)).isEqualTo(Map.of("", List.of(1L, 70L, 70L)));
    assertThat(sums(ofLatch)).isEqualTo(Map.of());
  }

  @Test
  void aPartAndItsWholeAreOneInTheTotals() {
    Found queue = new Found(Identity.of(monitor, ResourceKind.QUEUE), "Queue", "");
    Found condition = new Found(Identity.of(new Object(), ResourceKind.CONDITION), "Condition", "");
    condition.partOf(queue);
    condition.add(lookedAt(100), 150);
    assertThat(known.counted(condition, 150).isPart()).isTrue();
    assertThat(known.counted(queue, 150).isPart()).isFalse();
  }
}
