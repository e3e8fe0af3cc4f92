package io.pickglass.jmx;

import io.pickglass.listing.TaskColumn;
import io.pickglass.listing.TaskListing;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskList;
import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.TasksMXBean;
import java.util.Arrays;
import java.util.Locale;

/** The tasks as an MXBean. */
record TasksBean(Registry registry, TaskListing listing) implements TasksMXBean {
  @Override
  public int getLiveCount() {
    return registry.all().stream().mapToInt(entry -> entry.totals().live().count()).sum();
  }

  @Override
  public long getUnlistedCount() {
    return registry.tasks().unlistedCount();
  }

  @Override
  public int getLiveLimit() {
    return registry.tasks().limit();
  }

  @Override
  public void setLiveLimit(int tasks) {
    registry.tasks().limit(tasks);
  }

  @Override
  public int getEndedLimit() {
    return registry.tasks().ended().limit();
  }

  @Override
  public void setEndedLimit(int tasks) {
    registry.tasks().ended().limit(tasks);
  }

  @Override
  public long getRetainNanos() {
    return registry.tasks().ended().retainNanos();
  }

  @Override
  public void setRetainNanos(long nanos) {
    registry.tasks().ended().retainNanos(nanos);
  }

  @Override
  public String[] getColumns() {
    return Arrays.stream(TaskColumn.values())
        .map(each ->
            each.word() + " (" + each.type().name().toLowerCase(Locale.ROOT) + "): " + each.help())
        .toArray(String[]::new);
  }

  @Override
  public TaskList list(String query) {
    return listing.list(query);
  }

  @Override
  public TaskDetail detail(String id) {
    return listing.detail(id);
  }
}
