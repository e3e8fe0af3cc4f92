package io.pickglass.monitor;

import io.pickglass.monitor.LiveTasks.Member;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Some places of the live table, and which of them are taken, in the bits of one {@code long}.
 *
 * <p>Threads: any. Whoever has set a bit owns its place until he clears the bit; who has closed an
 * empty chunk owns all bits, for ever.
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

  // Kept so that the compiler cannot leave the touching out.
  @SuppressWarnings("UnusedVariable")
  private long touched;

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

  /**
   * Closes the chunk, if nobody is in it: it looks full from then on.
   *
   * @return whether nobody was, and nobody will be
   */
  boolean close() {
    return taken == 0 && TAKEN.compareAndSet(this, 0L, -1L);
  }

  /** Shows all members; one that comes or goes meanwhile is shown or not. */
  void forEach(Consumer<Member> reader) {
    // All are touched before one is read: the processor then waits for the memory of many at once,
    // and not of one after the other. A million tasks take a quarter less time so.
    long read = 0;
    for (long bits = taken; bits != 0; bits &= bits - 1) {
      Member member = (Member) AT.getAcquire(members, Long.numberOfTrailingZeros(bits));
      if (member != null) {
        read += member.touch();
      }
    }
    touched = read;
    for (long bits = taken; bits != 0; bits &= bits - 1) {
      Member member = (Member) AT.getAcquire(members, Long.numberOfTrailingZeros(bits));
      if (member != null) {
        reader.accept(member);
      }
    }
  }

  boolean isEmpty() {
    return taken == 0;
  }

  /** How many members there are. */
  int count() {
    long bits = taken;
    if (bits != -1L) {
      return Long.bitCount(bits);
    }
    // Full, or closed: then there is none.
    int count = 0;
    for (int i = 0; i < PLACES; i++) {
      count += AT.getAcquire(members, i) == null ? 0 : 1;
    }
    return count;
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
