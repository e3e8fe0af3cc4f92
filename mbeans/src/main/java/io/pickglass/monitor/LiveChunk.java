package io.pickglass.monitor;

import io.pickglass.monitor.LiveTasks.Member;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Some places of the live table, and which of them are taken, in the bits of one {@code long}.
 *
 * <p>Threads: any. Whoever has set a bit owns its place until he clears the bit.
 */
final class LiveChunk {
  static final int PLACES = Long.SIZE;

  private final AtomicLong taken = new AtomicLong();
  private final AtomicReferenceArray<@Nullable Member> members = new AtomicReferenceArray<>(PLACES);

  /** Takes a free place for the member; -1 if there is none. */
  int take(Member member) {
    while (true) {
      long bits = taken.get();
      int index = Long.numberOfTrailingZeros(~bits);
      if (index == PLACES) {
        return -1;
      }
      if (taken.compareAndSet(bits, bits | 1L << index)) {
        members.setRelease(index, member);
        return index;
      }
    }
  }

  /** Gives the place back. */
  void leave(int index) {
    members.setRelease(index, null);
    long bits = taken.get();
    while (!taken.compareAndSet(bits, bits & ~(1L << index))) {
      bits = taken.get();
    }
  }

  /** How long the member that has been ready longest has waited; 0 without any. */
  long oldestScheduledNanos(long now) {
    long oldest = 0;
    for (long bits = taken.get(); bits != 0; bits &= bits - 1) {
      Member member = members.getAcquire(Long.numberOfTrailingZeros(bits));
      if (member != null) {
        oldest = Math.max(oldest, now - member.scheduledSince(now));
      }
    }
    return oldest;
  }
}
