package io.pickglass.repl.series;

import io.pickglass.model.Interval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays the intervals of several monitors, or of several runtimes, side by side by sequence number,
 * each exactly once.
 *
 * <p>Those of one answer are read one after another, so a tick may fall between them: a sequence
 * number is given out when every one has it or is known not to have it. It is known when one has a
 * later interval, or when the sampler had finished that tick before the answer was asked for. Used
 * by one thread.
 */
public final class IntervalZipper {
  private final Map<String, NavigableMap<Long, Interval<?>>> waiting = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();
  private long lastGiven;
  private long finishedBefore;
  private String epoch = "";

  /** Starts after the sequence number {@code after}; the rows have the order of the names. */
  public IntervalZipper(List<String> names, long after) {
    names.forEach(name -> waiting.put(name, new TreeMap<>()));
    lastGiven = Math.max(0, after);
  }

  /** The sequence number after which the next answer is needed. */
  public long after() {
    return lastGiven;
  }

  /** What has that name was removed: nobody needs to wait for its intervals. */
  public void end(String name) {
    over.add(name);
  }

  /**
   * Takes an answer and gives what is complete now.
   *
   * @param page the intervals after {@link #after()} of each, oldest first
   */
  public List<Zipped> accept(Page page) {
    List<Zipped> out = new ArrayList<>();
    if (isAnotherLife(page)) {
      waiting.values().forEach(Map::clear);
      lastGiven = 0;
      finishedBefore = 0;
      epoch = page.epoch();
      // What was read may have been asked for with a number of the former life: ask again.
      out.add(new Zipped.Restarted());
      return out;
    }
    epoch = page.epoch();
    page.intervals()
        .forEach((name, intervals) ->
            intervals.stream()
                .filter(interval -> interval.sequence() > lastGiven)
                .forEach(interval -> of(name).put(interval.sequence(), interval)));
    giveComplete(page, out);
    finishedBefore = Math.max(finishedBefore, page.lastSequence());
    return out;
  }

  private boolean isAnotherLife(Page page) {
    boolean otherEpoch = !epoch.isEmpty() && !epoch.equals(page.epoch());
    return otherEpoch || page.lastSequence() < finishedBefore;
  }

  private void giveComplete(Page page, List<Zipped> out) {
    while (true) {
      long next = Long.MAX_VALUE;
      for (NavigableMap<Long, Interval<?>> queue : waiting.values()) {
        next = queue.isEmpty() ? next : Math.min(next, queue.firstKey());
      }
      if (next == Long.MAX_VALUE || !isComplete(next, page)) {
        return;
      }
      if (next > lastGiven + 1) {
        out.add(new Zipped.Missed(lastGiven + 1, next - 1));
      }
      out.add(new Zipped.Row(next, take(next)));
      lastGiven = next;
    }
  }

  private boolean isComplete(long sequence, Page page) {
    for (Map.Entry<String, NavigableMap<Long, Interval<?>>> entry : waiting.entrySet()) {
      NavigableMap<Long, Interval<?>> queue = entry.getValue();
      boolean known = !queue.isEmpty() && queue.lastKey() >= sequence;
      boolean never =
          over.contains(entry.getKey())
              || sequence <= finishedBefore && !page.isCut(entry.getKey());
      if (!known && !never) {
        return false;
      }
    }
    return true;
  }

  private List<Interval<?>> take(long sequence) {
    List<Interval<?>> row = new ArrayList<>();
    for (NavigableMap<Long, Interval<?>> queue : waiting.values()) {
      Interval<?> interval = queue.remove(sequence);
      if (interval != null) {
        row.add(interval);
      }
    }
    return row;
  }

  private NavigableMap<Long, Interval<?>> of(String name) {
    NavigableMap<Long, Interval<?>> queue = waiting.get(name);
    if (queue == null) {
      throw new IllegalArgumentException("did not ask for " + name);
    }
    return queue;
  }
}
