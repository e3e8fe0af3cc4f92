package io.pickglass.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A member of the table of live tasks that has been ready since an instant of the test's choice.
 */
final class Waiting extends LiveTasks.Member {
  private final long since;

  Waiting(long since) {
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
