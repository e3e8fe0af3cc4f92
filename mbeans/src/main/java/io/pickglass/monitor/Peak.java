package io.pickglass.monitor;

import io.pickglass.catalog.TaskMetric;

/** What is kept a maximum of; the ordinal is its place behind {@link Slot#MAX}. */
enum Peak {
  POLL(TaskMetric.MAX_POLL_NANOS),
  SCHEDULED(TaskMetric.MAX_SCHEDULED_NANOS),
  FIRST_POLL_DELAY(TaskMetric.MAX_FIRST_POLL_DELAY_NANOS),
  IDLE(TaskMetric.MAX_IDLE_NANOS);

  static final int COUNT = 4;

  private final TaskMetric metric;

  Peak(TaskMetric metric) {
    this.metric = metric;
  }

  TaskMetric metric() {
    return metric;
  }
}
