package io.pickglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveTasksTest {
  private final TaskTable table = new TaskTable();
  private final LiveTasks live = new LiveTasks(table);

  private static final class Ready extends LiveTasks.Member {
    private final long since;

    Ready(long since) {
      this.since = since;
    }

    @Override
    protected long scheduledSince(long now) {
      return since;
    }

    @Override
    protected long number() {
      return 1;
    }

    @Override
    protected String givenName() {
      return "";
    }

    @Override
    protected @Nullable Notes noted() {
      return null;
    }

    @Override
    protected boolean read(TaskReading into, long now) {
      return false;
    }
  }

  private long unlisted() {
    return table.unlistedCount();
  }

  @Test
  void theOldestOfManyIsFoundAndNoneIsZero() {
    assertThat(live.oldestScheduledNanos(1_000)).isZero();
    for (int i = 0; i < 3_000; i++) {
      live.add(null, new Ready(100 + i % 700));
    }
    assertThat(live.oldestScheduledNanos(1_000)).isEqualTo(900);
  }

  @Test
  void placesOfTasksThatHaveLeftAreTakenAgain() {
    for (int i = 0; i < 1_000_000; i++) {
      Ready task = new Ready(i);
      live.add(null, task);
      live.remove(task);
    }
    assertThat(live.placeCount()).isEqualTo(LiveChunk.PLACES);
    assertThat(unlisted()).isZero();
    assertThat(live.oldestScheduledNanos(Long.MAX_VALUE)).isZero();
  }

  @Test
  void longLivedTasksAmongManyShortOnesTakeLittleMoreThanTheirOwnPlaces() {
    int longLived = 5_000;
    for (int i = 0; i < longLived; i++) {
      for (int shortLived = 0; shortLived < 200; shortLived++) {
        Ready task = new Ready(i);
        live.add(null, task);
        live.remove(task);
      }
      live.add(null, new Ready(i));
    }
    assertThat(live.placeCount()).isBetween(longLived, longLived + LiveChunk.PLACES);
    assertThat(unlisted()).isZero();
  }

  @Test
  void placesThatBecomeFreeAnywhereAreFoundAgain() {
    List<Ready> tasks = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Ready task = new Ready(i);
      live.add(null, task);
      tasks.add(task);
    }
    int places = live.placeCount();
    for (int i = 0; i < tasks.size(); i += 2) {
      live.remove(tasks.get(i));
    }
    for (int i = 0; i < 4_000; i++) {
      live.add(null, new Ready(i));
    }
    assertThat(live.placeCount()).isEqualTo(places);
  }

  @Test
  void beyondTheLimitTasksAreCountedAsUnlisted() {
    List<Ready> tasks = new ArrayList<>();
    int limit = 10 * LiveChunk.PLACES;
    table.limit(limit);
    for (int i = 0; i < limit + 10; i++) {
      Ready task = new Ready(i);
      live.add(null, task);
      tasks.add(task);
    }
    assertThat(unlisted()).isEqualTo(10);
    assertThat(live.placeCount()).isEqualTo(limit);
    tasks.forEach(live::remove);
    live.add(null, new Ready(5));
    assertThat(unlisted()).isEqualTo(10);
    assertThat(live.oldestScheduledNanos(7)).isEqualTo(2);
  }

  @Test
  void whatOneMonitorGivesBackAnotherMayTake() {
    LiveTasks other = new LiveTasks(table);
    table.limit(4 * LiveChunk.PLACES);
    List<Ready> tasks = new ArrayList<>();
    for (int i = 0; i < table.limit(); i++) {
      Ready task = new Ready(i);
      live.add(null, task);
      tasks.add(task);
    }
    other.add(null, new Ready(1));
    assertThat(List.of(unlisted(), live.count(), other.count())).isEqualTo(List.of(1L, 256, 0));
    tasks.forEach(live::remove);
    live.trim();
    assertThat(List.of(table.placeCount(), live.placeCount())).isEqualTo(List.of(128, 128));
    live.trim();
    live.trim();
    assertThat(List.of(table.placeCount(), live.placeCount())).isEqualTo(List.of(64, 64));
    other.add(null, new Ready(1));
    live.add(null, new Ready(1));
    assertThat(List.of(unlisted(), live.count(), other.count())).isEqualTo(List.of(1L, 1, 1));
  }

  @Test
  void aTaskListedTwiceHasOnePlace() {
    Ready task = new Ready(1);
    live.add(null, task);
    live.add(null, task);
    live.remove(task);
    assertThat(live.oldestScheduledNanos(10)).isZero();
  }
}
