package io.pickglass.jmx;

import io.pickglass.evidence.SlowPolls;
import io.pickglass.evidence.TaskStacks;
import io.pickglass.listing.TaskListing;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskStack;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.mxbean.TasksMXBean;
import io.pickglass.runtime.PinnedWaits;
import java.util.List;
import java.util.function.Function;

/** The tasks as an MXBean. */
record TasksBean(
    Registry registry,
    TaskListing listing,
    SlowPolls slowPolls,
    PinnedWaits pinnedWaits,
    Function<TaskReading, List<String>> warnings)
    implements TasksMXBean {
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
  public int getHistogramPolls() {
    return registry.tasks().histogramPolls();
  }

  @Override
  public void setHistogramPolls(int polls) {
    registry.tasks().histogramPolls(polls);
  }

  @Override
  public String[] getColumns() {
    return TaskListing.columns();
  }

  @Override
  public TaskList list(String query) {
    return listing.list(query);
  }

  @Override
  public TaskDetail detail(String id) {
    return listing.detail(id);
  }

  @Override
  public TaskStack stack(String id) {
    return stack(listing.find(id));
  }

  private TaskStack stack(TaskReading task) {
    Polled polled = task.polled();
    if (polled != null) {
      return TaskStacks.of(task.id(), polled);
    }
    Thread untimed = task.isTimed() ? null : registry.tasks().untimed().living(task.number());
    if (untimed != null) {
      return TaskStacks.ofVirtual(task.id(), untimed);
    }
    return TaskStack.none(
        task.id(),
        task.phase().isEnded()
            ? "it has ended"
            : switch (task.kind()) {
              case SECTION -> "it is a part of " + task.parentId() + ", which has the stack";
              case UNTIMED -> "it has ended";
              default -> "it has no thread of its own";
            });
  }

  @Override
  public TaskEvidence evidence(String id) {
    TaskReading task = listing.find(id);
    return new TaskEvidence(
        stack(task),
        slowPolls.ofTask(task.id()),
        pinnedWaits.ofTask(task.id()),
        warnings.apply(task));
  }
}
