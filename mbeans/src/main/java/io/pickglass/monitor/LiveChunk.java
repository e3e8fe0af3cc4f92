package io.pickglass.monitor;

import io.pickglass.monitor.LiveTasks.Member;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Some places of the live table, and which of them are taken, in the bits of one {@code long}.
 *
 * <p>Threads: any. Whoever has set a bit owns its place until he clears the bit.
 */
final class LiveChunk {
  static final int PLACES = Long.SIZE;

  private static final VarHandle TAKEN;
  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(Member[].class);

  static {
    try {
      TAKEN = MethodHandles.lookup().findVarHandle(LiveChunk.class, "taken", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long taken;
  private final @Nullable Member[] members = new Member[PLACES];

  /** Takes a free place for the member; -1 if there is none. */
  int take(Member member) {
    while (true) {
      long bits = taken;
      int index = Long.numberOfTrailingZeros(~bits);
      if (index == PLACES) {
        return -1;
      }
      if (TAKEN.compareAndSet(this, bits, bits | 1L << index)) {
        AT.setRelease(members, index, member);
        return index;
      }
    }
  }

  /** Gives the place back. */
  void leave(int index) {
    AT.setRelease(members, index, (Member) null);
    TAKEN.getAndBitwiseAnd(this, ~(1L << index));
  }

  /** How long the member that has been ready longest has waited; 0 without any. */
  long oldestScheduledNanos(long now) {
    long oldest = 0;
    for (long bits = taken; bits != 0; bits &= bits - 1) {
      Member member = (Member) AT.getAcquire(members, Long.numberOfTrailingZeros(bits));
      if (member != null) {
        oldest = Math.max(oldest, now - member.scheduledSince(now));
      }
    }
    return oldest;
  }
}
