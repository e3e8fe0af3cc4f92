package io.pickglass.monitor;

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
}
