package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskInterval;
import io.pickglass.sampling.IntervalReader;
import io.pickglass.sampling.Sampler;
import io.pickglass.task.View;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Monitors that are removed, and their names asked for again. */
class RemovalTest {
  private final ManualClock clock = new ManualClock();
  private final Registry registry = new Registry(clock, new Epoch(), () -> true, 3);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 3);

  private static List<Long> sequences(List<TaskInterval> intervals) {
    return intervals.stream().map(TaskInterval::sequence).toList();
  }

  @Test
  void theNameGetsANewMonitorThatBeginsAtZeroAndIsCalledTheSame() {
    TaskTotals old = registry.monitor("GET /users");
    PlainTask.of(View.whole(old)).end(Outcome.RETURNED);
    assertThat(registry.remove(old)).isTrue();
    assertThat(registry.names()).isEmpty();
    TaskTotals young = registry.monitor("GET /users");
    assertThat(young).isNotSameAs(old);
    assertThat(young.name()).isEqualTo(old.name()).isEqualTo("GET__users");
    assertThat(young.cumulative().get(ENDED_COUNT)).isZero();
    assertThat(registry.names()).containsExactly("GET__users");
  }

  @Test
  void whoHoldsItGoesOnCountingThere() {
    TaskTotals old = registry.monitor("a");
    PlainTask live = PlainTask.of(View.whole(old));
    registry.remove(old);
    TaskTotals young = registry.monitor("a");
    live.endPoll(live.beginPoll());
    live.end(Outcome.RETURNED);
    PlainTask.of(View.whole(old)).end(Outcome.RETURNED);
    assertThat(old.cumulative().get(ENDED_COUNT)).isEqualTo(2);
    assertThat(young.cumulative().get(INSTRUMENTED_COUNT)).isZero();
  }

  @Test
  void oneThatWasRemovedIsNotThereAndItsSuccessorStays() {
    TaskTotals old = registry.monitor("a");
    registry.remove(old);
    TaskTotals young = registry.monitor("a");
    assertThat(registry.remove(old)).isFalse();
    assertThat(registry.monitor("a")).isSameAs(young);
    assertThat(registry.remove(new TaskTotals("a", clock, new Epoch(), () -> true))).isFalse();
  }

  @Test
  void aRemovalFreesAPlaceBelowTheLimitAndNotThatOfTheOthers() {
    TaskTotals a = registry.monitor("a");
    registry.monitor("b");
    registry.monitor("c");
    TaskTotals other = registry.monitor("d");
    assertThat(other.name()).isEqualTo(Registry.OTHER);
    assertThat(registry.remove(a)).isTrue();
    assertThat(registry.monitor("d").name()).isEqualTo("d");
    assertThat(registry.monitor("e")).isSameAs(other);
    assertThat(registry.remove(other)).isFalse();
    assertThat(registry.names()).containsExactly("b", "c", "d", "other");
  }

  @Test
  void otherTakesNoPlaceThoughItIsAskedForFirst() {
    registry.monitor(Registry.OTHER);
    for (String name : List.of("a", "b", "c")) {
      assertThat(registry.monitor(name).name()).isEqualTo(name);
    }
    assertThat(registry.refusedCount()).isZero();
  }

  @Test
  void theMainSwitchReachesItAsLongAsSomebodyHoldsIt() {
    TaskTotals old = registry.monitor("a");
    registry.remove(old);
    registry.mainSwitch().turn(false);
    assertThat(old.onOff().isWatching()).isFalse();
    registry.mainSwitch().turn(true);
    assertThat(old.onOff().isWatching()).isTrue();
  }

  @Test
  void aListenerIsToldOfItAndLastOfAllWheneverItComes() {
    List<String> told = new ArrayList<>();
    registry.onEach(
        new Registry.Listener(
            entry -> {
              told.add("made " + entry.displayName());
              if (entry.displayName().equals("brief")) {
                registry.remove(entry.totals());
              }
            },
            entry -> told.add("removed " + entry.displayName()),
            false));
    registry.remove(registry.monitor("a"));
    registry.monitor("brief");
    assertThat(told)
        .containsExactly("made a", "removed a", "made brief", "removed brief", "removed brief");
  }

  @Test
  void itsReadersGetWhatWasCompletedAndAreToldThatThereIsNoMore() {
    TaskTotals old = registry.monitor("a");
    IntervalReader<TaskInterval> early = sampler.intervals(old);
    sampler.tick();
    sampler.tick();
    assertThat(early.isOver()).isFalse();
    registry.remove(old);
    IntervalReader<TaskInterval> late = sampler.intervals(old);
    sampler.tick();
    assertThat(early.isOver()).isTrue();
    assertThat(sequences(early.next())).containsExactly(1L, 2L);
    assertThat(early.next()).isEmpty();
    assertThat(early.missedCount()).isZero();
    assertThat(late.isOver()).isTrue();
    assertThat(late.next()).isEmpty();
    assertThat(sampler.historyCount()).isZero();
  }

  @Test
  void theSuccessorsIntervalsBeginWithIt() {
    registry.monitor("a");
    sampler.tick();
    registry.remove(registry.monitor("a"));
    TaskTotals young = registry.monitor("a");
    IntervalReader<TaskInterval> reader = sampler.intervals(young);
    sampler.tick();
    assertThat(sequences(reader.next())).containsExactly(2L);
    assertThat(reader.missedCount()).isZero();
    assertThat(sampler.historyCount()).isOne();
  }

  @Test
  void nothingHoldsItAnyMore() {
    WeakReference<TaskTotals> removed = new WeakReference<>(registry.monitor("a"));
    sampler.tick();
    registry.remove(registry.monitor("a"));
    for (int i = 0; i < 100 && !removed.refersTo(null); i++) {
      System.gc();
    }
    assertThat(removed.refersTo(null)).isTrue();
  }
}
