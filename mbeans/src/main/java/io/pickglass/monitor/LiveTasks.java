package io.pickglass.monitor;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The started tasks of a monitor that live now, to be looked through by readers.
 *
 * <p>Threads: any, without locks. Adding and removing are an atomic step and a store each, spread
 * over stripes; a reader walks beside them and sees each task that lived all the while once.
 *
 * <p>Bounds: those of the {@link TaskTable}, from which it takes its places and to which it
 * {@linkplain #trim gives back} those that stand empty.
 */
public final class LiveTasks {
  /** How many places one reading looks at; the answer is then that of the first so many. */
  static final int SCAN_LIMIT = 1 << 18;

  private static final int STRIPES = 8;

  // A stripe looks at so many of its chunks for a free place before it takes a new chunk. The next
  // search goes on where this one ended, so that free places are found again, wherever they are.
  private static final int PROBES = 8;

  private final TaskTable table;
  private volatile boolean retired;
  private final Stripe[] stripes = new Stripe[STRIPES];

  /** A task in the table; it knows its own place, so that leaving needs no search. */
  public abstract static class Member {
    private @Nullable LiveChunk chunk;
    private byte index;

    /** Since when it has been ready and not polled; {@code now} where it is not. Any thread. */
    protected abstract long scheduledSince(long now);

    /**
     * Reads what the task does at that instant. Any thread.
     *
     * @return whether it lives; nothing is read if it does not
     */
    protected abstract boolean read(TaskReading into, long now);

    /** Its number among the tasks of its kind, given now if it has none. Any thread. */
    protected abstract long number();

    /** The name that it, or its thread, was given; empty if none. Any thread. */
    protected abstract String givenName();

    /** What is to be noted of it; null if nothing can be. Any thread. */
    protected abstract @Nullable Notes noted();

    /**
     * Keeps its polls and waits one by one from now on, if there is room. A task that ends just now
     * keeps the room until it is forgotten.
     */
    public final void beginSpreads(TaskTable table, long now) {
      Notes notes = noted();
      if (notes != null) {
        notes.beginSpreads(table, now);
      }
    }

    /** Has its memory brought near, as it is read next; what it gives means nothing. */
    protected long touch() {
      return 0;
    }

    /** The same, for readers outside. */
    public final boolean readNow(TaskReading into, long now) {
      return read(into, now);
    }
  }

  /** An empty table. */
  LiveTasks(TaskTable table) {
    this.table = table;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** Lists a task, before it can {@linkplain #remove leave}; a second time changes nothing. */
  public void add(@Nullable Lane lane, Member member) {
    if (member.chunk != null || retired) {
      return;
    }
    int stripe = lane == null ? (int) Thread.currentThread().threadId() : lane.index();
    if (!stripes[stripe & (STRIPES - 1)].add(member)) {
      table.notListed();
    }
  }

  /** Takes a task off the list; nothing happens if it found no place. */
  public void remove(Member member) {
    LiveChunk chunk = member.chunk;
    if (chunk != null) {
      chunk.leave(member.index);
      if (retired && chunk.close()) {
        table.giveBackChunk();
      }
    }
  }

  /** Lists nobody any more, and gives all places back as they become empty. */
  void retire() {
    retired = true;
    for (Stripe stripe : stripes) {
      for (LiveChunk chunk : stripe.chunks.get()) {
        if (chunk.close()) {
          table.giveBackChunk();
        }
      }
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

  /** Shows all that live all the while, each once; of the others some. */
  public void forEach(Consumer<Member> reader) {
    for (Stripe stripe : stripes) {
      for (LiveChunk chunk : stripe.chunks.get()) {
        chunk.forEach(reader);
      }
    }
  }

  /** How many are listed. */
  public int count() {
    int count = 0;
    for (Stripe stripe : stripes) {
      for (LiveChunk chunk : stripe.chunks.get()) {
        count += chunk.count();
      }
    }
    return count;
  }

  /** Gives back half of the places that stand empty in whole chunks. Called at each tick. */
  public void trim() {
    for (Stripe stripe : stripes) {
      stripe.trim();
    }
  }

  /** How many places there are now, free ones included. */
  public int placeCount() {
    int places = 0;
    for (Stripe stripe : stripes) {
      places += stripe.chunks.get().length * LiveChunk.PLACES;
    }
    return places;
  }

  private final class Stripe {
    private final Growing<LiveChunk[]> chunks = new Growing<>(new LiveChunk[0]);

    // Only a hint: whoever writes it last is right enough.
    private int hint;

    boolean add(Member member) {
      LiveChunk[] known = chunks.get();
      int at = hint;
      return at < known.length && take(known[at], member) || addElsewhere(member);
    }

    private boolean take(LiveChunk chunk, Member member) {
      int index = chunk.take(member);
      if (index < 0) {
        return false;
      }
      member.chunk = chunk;
      member.index = (byte) index;
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
        if (!table.takeChunk()) {
          hint = known.length == 0 ? 0 : (start + PROBES) % known.length;
          return false;
        }
        grow(known);
      }
    }

    /** Adds a chunk, unless another thread has. */
    private void grow(LiveChunk[] known) {
      LiveChunk[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = new LiveChunk();
      if (chunks.replace(known, more)) {
        hint = known.length;
      } else {
        table.giveBackChunk();
      }
    }

    private void trim() {
      LiveChunk[] known = chunks.get();
      int empty = 0;
      for (LiveChunk chunk : known) {
        empty += chunk.isEmpty() ? 1 : 0;
      }
      // One stays for the next, and of many half, as what was needed may be needed again.
      if (empty > 1) {
        remove(known, empty / 2);
      }
    }

    private void remove(LiveChunk[] known, int atMost) {
      Set<LiveChunk> closed = Collections.newSetFromMap(new IdentityHashMap<>());
      for (int i = known.length - 1; i >= 0 && closed.size() < atMost; i--) {
        if (known[i].close()) {
          closed.add(known[i]);
        }
      }
      LiveChunk[] left;
      do {
        known = chunks.get();
        left = Arrays.stream(known).filter(c -> !closed.contains(c)).toArray(LiveChunk[]::new);
      } while (!chunks.replace(known, left));
      closed.forEach(_ -> table.giveBackChunk());
    }
  }
}
