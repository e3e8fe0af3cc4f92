package io.pickglass.resource;

import io.pickglass.jdk.WaitKind;
import io.pickglass.monitor.LiveTasks.Member;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits, and the task that it runs, if that is watched.
 *
 * <p>Threads: whoever has made it.
 */
final class Waiter {
  /** Stands for a stamp that is not known. */
  static final long UNKNOWN = -1;

  private final Thread thread;
  private final @Nullable Member member;
  private final WaitKind kind;
  private final @Nullable Object blocker;
  private final long since;
  private @Nullable Seen seen;

  /**
   * A thread that waits so.
   *
   * @param member the task that it is or runs; null if nobody watches it
   * @param blocker on what it is parked; null if that is not told
   * @param since a stamp of the clock of tasks, or {@link #UNKNOWN}
   */
  Waiter(
      Thread thread, @Nullable Member member, WaitKind kind, @Nullable Object blocker, long since) {
    this.thread = thread;
    this.member = member;
    this.kind = kind;
    this.blocker = blocker;
    this.since = since;
  }

  Thread thread() {
    return thread;
  }

  @Nullable Member member() {
    return member;
  }

  WaitKind kind() {
    return kind;
  }

  @Nullable Object blocker() {
    return blocker;
  }

  long since() {
    return since;
  }

  /** For how long it has waited; {@link #UNKNOWN} if that is not known. */
  long waitedNanos(long now) {
    return since == UNKNOWN ? UNKNOWN : Math.max(0, now - since);
  }

  /** What was seen of it; null as long as nobody has looked. */
  @Nullable Seen seen() {
    return seen;
  }

  void seen(Seen what) {
    seen = what;
  }

  /** Where it waits, as far as that was looked at. */
  Source source() {
    Seen known = seen;
    return known == null ? Source.UNKNOWN : known.source();
  }

  /** Which wait of which thread that is: two of the same are the same wait, never left between. */
  record Key(long thread, long since) {}

  /** Null where a thread does not tell since when it waits. */
  @Nullable Key key() {
    return since == UNKNOWN ? null : new Key(thread.threadId(), since);
  }
}
