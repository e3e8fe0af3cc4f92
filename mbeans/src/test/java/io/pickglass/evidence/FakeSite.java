package io.pickglass.evidence;

import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.Polled;
import org.jspecify.annotations.Nullable;

/** A carrier, or a pool thread, whose polls the test begins and ends. */
final class FakeSite implements PollSite {
  private final @Nullable Thread thread;
  private @Nullable Polled polled;
  private long polls;

  private FakeSite(@Nullable Thread thread) {
    this.thread = thread;
  }

  static FakeSite carrier() {
    return new FakeSite(null);
  }

  static FakeSite poolThread(Thread thread) {
    return new FakeSite(thread);
  }

  /** A task of that monitor; a virtual thread if one is given. */
  record Task(String monitorName, @Nullable Thread virtualThread, long pollingSince)
      implements Polled {}

  void begins(Polled task) {
    polls++;
    polled = task;
  }

  /** Another task's poll, within the one that runs. */
  void nests(@Nullable Polled task) {
    polled = task;
  }

  void ends() {
    polled = null;
  }

  @Override
  public @Nullable Polled polled() {
    return polled;
  }

  @Override
  public long pollCount() {
    return polls;
  }

  @Override
  public @Nullable Thread thread() {
    return thread;
  }
}
