package io.pickglass.monitor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The started tasks of a monitor that live now, to be looked through by readers.
 *
 * <p>Threads: any. Adding and removing are an atomic increment and a store each, spread over
 * stripes; a reader walks beside them and sees each task that lived all the while once.
 *
 * <p>Bounds: {@value #LIMIT} places; a task that finds none is counted by its monitor all the same,
 * and {@linkplain #unlistedCount here} as not listed.
 */
public final class LiveTasks {
  /** How many places there may be at once. */
  public static final int LIMIT = 1 << 20;

  /** How many places one reading looks at; the answer is then that of the first so many. */
  static final int SCAN_LIMIT = 1 << 16;

  // A place is taken once and never again; a chunk whose places were all taken and left is cut out
  // of its chain. So a place needs no owner and a reader no lock. The price: one long-lived task
  // keeps its whole chunk, therefore chunks are small.
  private static final int CHUNK = 256;
  private static final int STRIPES = 8;

  private final AtomicReferenceArray<@Nullable Chunk> newest = new AtomicReferenceArray<>(STRIPES);
  private final AtomicInteger chunks = new AtomicInteger();
  private final LongAdder unlisted = new LongAdder();
  private final ReentrantLock sweeping = new ReentrantLock();

  /** A task in the table; it knows its own place, so that leaving needs no search. */
  public abstract static class Member {
    private @Nullable Chunk chunk;
    private int index;

    /** Since when it has been ready and not polled; {@code now} where it is not. Any thread. */
    protected abstract long scheduledSince(long now);
  }

  private static final class Chunk {
    final AtomicReferenceArray<@Nullable Member> members = new AtomicReferenceArray<>(CHUNK);
    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger left = new AtomicInteger();
    volatile @Nullable Chunk older;

    Chunk(@Nullable Chunk older) {
      this.older = older;
    }

    boolean isOver() {
      return left.get() == CHUNK;
    }
  }

  /** Lists a task, before it can {@linkplain #remove leave}; a second time changes nothing. */
  public void add(@Nullable Lane lane, Member member) {
    if (member.chunk != null) {
      return;
    }
    int stripe = lane == null ? (int) Thread.currentThread().threadId() : lane.index();
    stripe &= STRIPES - 1;
    while (true) {
      Chunk chunk = newest.getAcquire(stripe);
      int index = chunk == null ? CHUNK : chunk.taken.getAndIncrement();
      if (chunk != null && index < CHUNK) {
        member.chunk = chunk;
        member.index = index;
        chunk.members.setRelease(index, member);
        return;
      }
      if (!addChunk(stripe, chunk)) {
        unlisted.increment();
        return;
      }
    }
  }

  /** Takes a task off the list; nothing happens if it found no place. */
  public void remove(Member member) {
    Chunk chunk = member.chunk;
    if (chunk != null) {
      chunk.members.setRelease(member.index, null);
      chunk.left.incrementAndGet();
    }
  }

  private boolean addChunk(int stripe, @Nullable Chunk full) {
    if (chunks.get() >= LIMIT / CHUNK) {
      sweep();
      if (chunks.get() >= LIMIT / CHUNK) {
        return false;
      }
    }
    if (newest.compareAndSet(stripe, full, new Chunk(full))) {
      chunks.incrementAndGet();
      sweep();
    }
    return true;
  }

  /** Cuts out the chunks that are over; whoever finds another at it leaves it to him. */
  private void sweep() {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      for (int stripe = 0; stripe < STRIPES; stripe++) {
        for (Chunk chunk = newest.get(stripe); chunk != null; ) {
          Chunk older = chunk.older;
          if (older != null && older.isOver()) {
            chunk.older = older.older;
            chunks.decrementAndGet();
          } else {
            chunk = older;
          }
        }
      }
    } finally {
      sweeping.unlock();
    }
  }

  /** How long the task that has been ready longest has waited for its poll; 0 without any. */
  public long oldestScheduledNanos(long now) {
    long oldest = 0;
    int places = SCAN_LIMIT;
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      for (Chunk chunk = newest.get(stripe); chunk != null && places > 0; chunk = chunk.older) {
        for (int i = 0; i < CHUNK; i++) {
          Member member = chunk.members.getAcquire(i);
          if (member != null) {
            oldest = Math.max(oldest, now - member.scheduledSince(now));
          }
        }
        places -= CHUNK;
      }
    }
    return oldest;
  }

  /** How many tasks found no place since the start. */
  public long unlistedCount() {
    return unlisted.sum();
  }

  /** How many places there are now, free ones included. */
  public int placeCount() {
    return chunks.get() * CHUNK;
  }
}
