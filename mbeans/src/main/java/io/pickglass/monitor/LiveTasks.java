package io.pickglass.monitor;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The started tasks of a monitor that live now, to be looked through by readers.
 *
 * <p>Threads: any, without locks. Adding and removing are an atomic step and a store each, spread
 * over stripes; a reader walks beside them and sees each task that lived all the while once.
 *
 * <p>Bounds: {@value #LIMIT} places, kept once they were needed (about 6 bytes each); a task that
 * finds none is counted by its monitor all the same, and {@linkplain #unlistedCount here} as not
 * listed.
 */
public final class LiveTasks {
  /** How many places there may be at once. */
  public static final int LIMIT = 1 << 20;

  /** How many places one reading looks at; the answer is then that of the first so many. */
  static final int SCAN_LIMIT = 1 << 18;

  private static final int STRIPES = 8;
  private static final int MOST_CHUNKS = LIMIT / LiveChunk.PLACES / STRIPES;

  // A stripe looks at so many of its chunks for a free place before it takes a new chunk. The next
  // search goes on where this one ended, so that free places are found again, wherever they are.
  private static final int PROBES = 8;

  // One for all monitors, so that it does not fall when one of them is removed.
  private static final LongAdder UNLISTED = new LongAdder();

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** A task in the table; it knows its own place, so that leaving needs no search. */
  public abstract static class Member {
    private @Nullable LiveChunk chunk;
    private int index;

    /** Since when it has been ready and not polled; {@code now} where it is not. Any thread. */
    protected abstract long scheduledSince(long now);
  }

  /** An empty table. */
  public LiveTasks() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** Lists a task, before it can {@linkplain #remove leave}; a second time changes nothing. */
  public void add(@Nullable Lane lane, Member member) {
    if (member.chunk != null) {
      return;
    }
    int stripe = lane == null ? (int) Thread.currentThread().threadId() : lane.index();
    if (!stripes[stripe & (STRIPES - 1)].add(member)) {
      UNLISTED.increment();
    }
  }

  /** Takes a task off the list; nothing happens if it found no place. */
  public void remove(Member member) {
    LiveChunk chunk = member.chunk;
    if (chunk != null) {
      chunk.leave(member.index);
    }
  }

  /** How long the task that has been ready longest has waited for its poll; 0 without any. */
  public long oldestScheduledNanos(long now) {
    long oldest = 0;
    int places = SCAN_LIMIT;
    for (Stripe stripe : stripes) {
      for (LiveChunk chunk : stripe.chunks.get()) {
        if (places > 0) {
          oldest = Math.max(oldest, chunk.oldestScheduledNanos(now));
          places -= LiveChunk.PLACES;
        }
      }
    }
    return oldest;
  }

  /** How many tasks found no place since the start, over all monitors. */
  public static long unlistedCount() {
    return UNLISTED.sum();
  }

  /** How many places there are now, free ones included. */
  public int placeCount() {
    int places = 0;
    for (Stripe stripe : stripes) {
      places += stripe.chunks.get().length * LiveChunk.PLACES;
    }
    return places;
  }

  private static final class Stripe {
    private final Growing<LiveChunk[]> chunks = new Growing<>(new LiveChunk[0]);

    // Only a hint: whoever writes it last is right enough.
    private int hint;

    boolean add(Member member) {
      LiveChunk[] known = chunks.get();
      int at = hint;
      return at < known.length && take(known[at], member) || addElsewhere(member);
    }

    private static boolean take(LiveChunk chunk, Member member) {
      int index = chunk.take(member);
      if (index < 0) {
        return false;
      }
      member.chunk = chunk;
      member.index = index;
      return true;
    }

    private boolean addElsewhere(Member member) {
      while (true) {
        LiveChunk[] known = chunks.get();
        int start = hint;
        for (int i = 0; i < Math.min(PROBES, known.length); i++) {
          int at = (start + i) % known.length;
          if (take(known[at], member)) {
            hint = at;
            return true;
          }
        }
        if (known.length == MOST_CHUNKS) {
          hint = (start + PROBES) % known.length;
          return false;
        }
        grow(known);
      }
    }

    /** Adds a chunk, unless another thread has. */
    private void grow(LiveChunk[] known) {
      LiveChunk[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = new LiveChunk();
      chunks.replace(known, more);
      hint = known.length;
    }
  }
}
