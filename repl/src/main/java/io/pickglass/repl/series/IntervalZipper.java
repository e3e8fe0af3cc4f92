package io.pickglass.repl.series;

import io.pickglass.model.TaskInterval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays the intervals of several monitors side by side by sequence number, each exactly once.
 *
 * <p>The monitors of one answer are read one after another, so a tick may fall between them: a
 * sequence number is given out when every monitor has it or is known not to have it. It is known
 * when a monitor has a later interval, or when the sampler had finished that tick before the answer
 * was asked for. Used by one thread.
 */
public final class IntervalZipper {
  private final Map<String, NavigableMap<Long, TaskInterval>> waiting = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();
  private long lastGiven;
  private long finishedBefore;
  private String epoch = "";

  /** Starts after the sequence number {@code after}; the rows have the order of the monitors. */
  public IntervalZipper(List<String> monitors, long after) {
    monitors.forEach(monitor -> waiting.put(monitor, new TreeMap<>()));
    lastGiven = Math.max(0, after);
  }

  /** The sequence number after which the next answer is needed. */
  public long after() {
    return lastGiven;
  }

  /** That monitor was removed: nobody needs to wait for its intervals. */
  public void end(String monitor) {
    over.add(monitor);
  }

  /**
   * Takes an answer and gives what is complete now.
   *
   * @param page the intervals after {@link #after()} of each monitor, oldest first
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
        .forEach((monitor, intervals) ->
            intervals.stream()
                .filter(interval -> interval.sequence() > lastGiven)
                .forEach(interval -> of(monitor).put(interval.sequence(), interval)));
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
      for (NavigableMap<Long, TaskInterval> queue : waiting.values()) {
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
    for (Map.Entry<String, NavigableMap<Long, TaskInterval>> entry : waiting.entrySet()) {
      NavigableMap<Long, TaskInterval> queue = entry.getValue();
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

  private List<TaskInterval> take(long sequence) {
    List<TaskInterval> row = new ArrayList<>();
    for (NavigableMap<Long, TaskInterval> queue : waiting.values()) {
      TaskInterval interval = queue.remove(sequence);
      if (interval != null) {
        row.add(interval);
      }
    }
    return row;
  }

  private NavigableMap<Long, TaskInterval> of(String monitor) {
    NavigableMap<Long, TaskInterval> queue = waiting.get(monitor);
    if (queue == null) {
      throw new IllegalArgumentException("did not ask for the monitor " + monitor);
    }
    return queue;
  }
}
