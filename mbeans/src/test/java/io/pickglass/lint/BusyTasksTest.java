package io.pickglass.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.TaskHandle;
import io.pickglass.listing.TaskListing;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskDetail;
import org.junit.jupiter.api.Test;

/** Who looks for warnings begins histograms of tasks that are polled often. */
class BusyTasksTest {
  private final Desk desk = new Desk();

  private TaskHandle polled(String name, int times) {
    TaskHandle task = desk.task("orders", name);
    poll(task, times);
    return task;
  }

  private void poll(TaskHandle task, int times) {
    for (int i = 0; i < times; i++) {
      task.wake();
      desk.passMillis(1);
      task.poll(() -> desk.passMillis(2));
    }
  }

  private TaskDetail detail(String name) {
    return new TaskListing(desk.registry, desk.wallClock).detail(desk.id(name));
  }

  @Test
  void aTaskOfManyPollsHasHistogramsBeforeAnybodyLooksAtIt() {
    desk.registry.tasks().histogramPolls(5);
    TaskHandle busy = polled("busy", 5);
    TaskHandle idle = polled("idle", 4);
    desk.warnings.look();
    assertThat(desk.registry.tasks().spreadsCount()).isEqualTo(1);
    poll(busy, 3);
    poll(idle, 1);
    assertThat(detail("busy").polls().count()).isEqualTo(2);
    assertThat(detail("busy").polls().max()).isEqualTo(2_000_000);
    assertThat(detail("idle").polls().count()).isZero();
    busy.end(Outcome.RETURNED);
    idle.end(Outcome.RETURNED);
  }

  @Test
  void halfOfTheRoomIsLeftToThoseThatAreLookedAt() {
    desk.registry.tasks().histogramPolls(1);
    for (int i = 0; i < 600; i++) {
      polled("task " + i, 1);
    }
    desk.warnings.look();
    assertThat(desk.registry.tasks().spreadsCount()).isEqualTo(500);
    detail("task 599");
    detail("task 0");
    assertThat(desk.registry.tasks().spreadsCount()).isBetween(501, 502);
  }
}
