package io.pickglass.listing;

import io.pickglass.ManualClock;
import io.pickglass.instrument.HandleTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.task.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Tasks that do what the test tells them, by its clock. */
final class Told implements AutoCloseable {
  static final long STARTED_MILLIS = 1_000_000;

  final ManualClock clock = new ManualClock();
  final Registry registry = new Registry(clock, new Epoch(), () -> true, 100);
  private final InstantSource wall =
      () -> Instant.ofEpochMilli(STARTED_MILLIS + clock.nanos() / 1_000_000);
  private final Deque<HandleTask> made = new ArrayDeque<>();
  final TaskListing listing = new TaskListing(registry, wall);

  /** A task that is ready from now on. */
  HandleTask task(String monitor, String name) {
    HandleTask task = HandleTask.of(View.whole(registry.monitor(monitor)), name);
    made.push(task);
    return task;
  }

  /** Ends all tasks, and with them their polls on this thread. */
  @Override
  public void close() {
    made.forEach(task -> task.end(Outcome.CANCELLED));
  }

  List<TaskRow> rows(String query) {
    return listing.list(query).rows();
  }

  /** The names of the rows. */
  List<String> names(String query) {
    return rows(query).stream().map(TaskRow::name).toList();
  }

  TaskList list(String query) {
    return listing.list(query);
  }
}
