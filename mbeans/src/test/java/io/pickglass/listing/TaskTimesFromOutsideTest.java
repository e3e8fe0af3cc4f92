package io.pickglass.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.instrument.HandleTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader sees of a task at each step of its life, to the nanosecond. */
class TaskTimesFromOutsideTest {
  private final Told told = new Told();

  @AfterEach
  void end() {
    told.close();
  }

  /** State and times: total = busy + scheduled + idle, and how long it has been in its state. */
  private record Times(
      String state, long total, long busy, long scheduled, long idle, long inState) {}

  private Times times() {
    TaskRow row = told.rows("").getFirst();
    return new Times(
        row.state(),
        row.totalNanos(),
        row.busyNanos(),
        row.scheduledNanos(),
        row.idleNanos(),
        row.stateNanos());
  }

  private Times after(long nanos) {
    told.clock.advanceNanos(nanos);
    return times();
  }

  @Test
  void eachPeriodCountsUpToNowAndTheEndFreezesAll() {
    HandleTask task = told.task("orders", "import");
    List<Times> seen = new ArrayList<>(List.of(times(), after(5)));
    long poll = task.beginPoll();
    seen.add(after(10));
    task.endPoll(poll);
    seen.add(after(20));
    task.wake();
    seen.add(after(3));
    poll = task.beginPoll();
    seen.add(after(7));
    task.wake();
    task.endPoll(poll);
    seen.add(after(2));
    poll = task.beginPoll();
    seen.add(after(1));
    task.end(Outcome.RETURNED);
    seen.add(after(100));
    assertThat(seen)
        .isEqualTo(
            List.of(
                new Times("scheduled", 0, 0, 0, 0, 0),
                new Times("scheduled", 5, 0, 5, 0, 5),
                new Times("running", 15, 10, 5, 0, 10),
                new Times("idle", 35, 10, 5, 20, 20),
                new Times("scheduled", 38, 10, 8, 20, 3),
                new Times("running", 45, 17, 8, 20, 7),
                new Times("scheduled", 47, 17, 10, 20, 2),
                new Times("running", 48, 18, 10, 20, 1),
                new Times("returned", 48, 18, 10, 20, 100)));
  }

  @Test
  void aTaskThatEndsOutsideOfAPollKeepsWhatItDidLast() {
    List<Times> seen = new ArrayList<>();
    HandleTask idle = told.task("orders", "idle");
    long first = idle.beginPoll();
    told.clock.advanceNanos(4);
    idle.endPoll(first);
    told.clock.advanceNanos(6);
    idle.end(Outcome.FAILED);
    seen.add(times("idle"));
    HandleTask woken = told.task("orders", "woken");
    long poll = woken.beginPoll();
    told.clock.advanceNanos(4);
    woken.endPoll(poll);
    told.clock.advanceNanos(3);
    woken.wake();
    told.clock.advanceNanos(2);
    woken.end(Outcome.CANCELLED);
    seen.add(times("woken"));
    HandleTask never = told.task("orders", "never");
    told.clock.advanceNanos(9);
    never.end(Outcome.CANCELLED);
    seen.add(times("never"));
    assertThat(seen)
        .isEqualTo(
            List.of(
                new Times("failed", 10, 4, 0, 6, 0),
                new Times("cancelled", 9, 4, 2, 3, 0),
                new Times("cancelled", 9, 0, 9, 0, 0)));
  }

  private Times times(String name) {
    TaskRow row = told.rows("where name = " + name).getFirst();
    return new Times(
        row.state(),
        row.totalNanos(),
        row.busyNanos(),
        row.scheduledNanos(),
        row.idleNanos(),
        row.stateNanos());
  }

  @Test
  void aRowTellsWhoTheTaskIsAndHowItWasLastPolledAndWoken() {
    told.clock.advanceNanos(999_999);
    HandleTask task = told.task("orders", "import");
    task.notes().field("customer", "42");
    told.clock.advanceNanos(1_000_000);
    long poll = task.beginPoll();
    told.clock.advanceNanos(10);
    task.endPoll(poll);
    told.clock.advanceNanos(20);
    task.wake();
    told.clock.advanceNanos(3);
    TaskRow row = told.rows("").getFirst();
    assertThat(row)
        .isEqualTo(
            new TaskRow(
                row.id(),
                "handle",
                "scheduled",
                "import",
                "orders",
                "",
                "",
                "",
                "",
                Told.STARTED_MILLIS + 1,
                1_000_033,
                10,
                1_000_003,
                20,
                1_000_000,
                3,
                1,
                2,
                0,
                10,
                33,
                3,
                Thread.currentThread().getName(),
                List.of("customer=42")));
    assertThat(row.id()).matches("h\\d+");
    assertThat(told.rows("where id = " + row.id())).isEqualTo(List.of(row));
  }

  @Test
  void endedTasksAreKeptForTheirTimeAndNoLonger() {
    told.task("orders", "first").end(Outcome.CANCELLED);
    told.clock.advanceMillis(30_000);
    told.task("orders", "second").end(Outcome.CANCELLED);
    told.clock.advanceMillis(30_000);
    assertThat(told.names("sort name")).isEqualTo(List.of("first", "second"));
    told.clock.advanceNanos(1);
    assertThat(told.names("sort name")).isEqualTo(List.of("second"));
    told.registry.tasks().ended().retainNanos(0);
    assertThat(told.names("sort name")).isEmpty();
    told.registry.tasks().ended().retainNanos(120_000_000_000L);
    assertThat(told.names("sort name")).isEqualTo(List.of("first", "second"));
  }

  @Test
  void noMoreEndedTasksAreKeptThanTheLimitAndTheLastOnesStay() {
    int limit = 64;
    told.registry.tasks().ended().limit(limit);
    for (int i = 0; i < 1_000; i++) {
      told.clock.advanceNanos(1);
      told.task("orders", "task-" + i).end(Outcome.RETURNED);
    }
    long kept = told.list("limit 0").endedCount();
    // All ended on one thread, which has its share of the places.
    assertThat(kept).isBetween(1L, (long) limit);
    assertThat(told.names("sort total limit 1")).isEqualTo(List.of("task-" + (1_000 - kept)));
    told.registry.tasks().ended().limit(0);
    told.task("orders", "unkept").end(Outcome.RETURNED);
    assertThat(told.list("").endedCount()).isZero();
  }

  @Test
  void theIdOfAnEndedTaskThatNobodyAskedForIsGivenWhenItIsFirstShown() {
    told.task("orders", "gone").end(Outcome.RETURNED);
    String id = told.rows("").getFirst().id();
    assertThat(List.of(id, told.rows("").getFirst().id())).isEqualTo(List.of(id, id));
    assertThat(id).matches("h[1-9]\\d*");
  }
}
