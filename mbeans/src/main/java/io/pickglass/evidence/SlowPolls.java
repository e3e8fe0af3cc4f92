package io.pickglass.evidence;

import static java.util.Comparator.comparingLong;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The slow polls that were found: of each monitor the last, the slowest, and how many in which
 * code; of all together the latest ones, by task.
 *
 * <p>Threads: any. One writes, the watchdog; readers hold him up for microseconds.
 *
 * <p>Bounds: {@value #MONITORS} monitors, {@value #STACKS_OF_MONITOR} stacks of each, {@value
 * #STACKS} in all, {@value #LATEST} polls; what was found least lately goes first. About 3 KB each,
 * 5 MB if all are there.
 */
public final class SlowPolls {
  /** Of how many monitors. */
  static final int MONITORS = 256;

  /** In how much different code of one monitor. */
  static final int STACKS_OF_MONITOR = 32;

  /** In how much different code of all. */
  static final int STACKS = 512;

  /** How many polls are kept one by one. */
  static final int LATEST = 256;

  // In the order in which something was last found, under this object's monitor.
  private final Map<String, OfMonitor> byMonitor = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Poll, Sample> latest = new LinkedHashMap<>(16, 0.75f, true);
  private int stacks;

  /** One poll, of which there may be several samples. */
  private record Poll(String taskId, String threadName, long start) {}

  /** No slow polls. */
  public SlowPolls() {}

  /**
   * A poll was looked into.
   *
   * @param before the look into the same poll before, or null
   */
  synchronized void add(Sample sample, @Nullable Sample before) {
    latest.put(new Poll(sample.taskId(), sample.threadName(), sample.pollStart()), sample);
    dropEldest(latest, LATEST);
    OfMonitor monitor = byMonitor.computeIfAbsent(sample.monitor(), _ -> new OfMonitor());
    stacks += monitor.add(sample, before);
    while (byMonitor.size() > MONITORS) {
      Iterator<OfMonitor> eldest = byMonitor.values().iterator();
      stacks -= eldest.next().byCode.size();
      eldest.remove();
    }
    for (Iterator<OfMonitor> each = byMonitor.values().iterator(); stacks > STACKS; ) {
      stacks -= each.next().forget(stacks - STACKS);
    }
  }

  /** What is known of a monitor's. */
  public synchronized SlowPollReport of(String monitor) {
    // Not by get, which counts as use.
    for (Entry<String, OfMonitor> each : byMonitor.entrySet()) {
      if (each.getKey().equals(monitor)) {
        return each.getValue().report(monitor);
      }
    }
    return SlowPollReport.none(monitor);
  }

  /** Those of a task that are still kept, each as it was last looked at, the latest last. */
  public synchronized List<SlowPoll> ofTask(String taskId) {
    return latest.values().stream()
        .filter(sample -> sample.taskId().equals(taskId))
        .map(Sample::slowPoll)
        .toList();
  }

  /** Keeps nothing of that monitor, which was removed. */
  public synchronized void forget(String monitor) {
    OfMonitor gone = byMonitor.remove(monitor);
    stacks -= gone == null ? 0 : gone.byCode.size();
    latest.values().removeIf(sample -> sample.monitor().equals(monitor));
  }

  private static int dropEldest(Map<?, ?> map, int limit) {
    int dropped = 0;
    for (Iterator<?> each = map.values().iterator(); map.size() > limit; dropped++) {
      each.next();
      each.remove();
    }
    return dropped;
  }

  private static final class OfMonitor {
    private final Map<List<String>, Counted> byCode = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Sample last;
    private @Nullable Sample slowest;
    private long polls;
    private long forgotten;

    /** Returns how many stacks more there are. */
    int add(Sample sample, @Nullable Sample before) {
      int had = byCode.size();
      polls += before == null || !before.monitor().equals(sample.monitor()) ? 1 : 0;
      last = sample;
      if (slowest == null || sample.runningNanos() >= slowest.runningNanos()) {
        slowest = sample;
      }
      List<String> code = sample.code();
      byCode
          .computeIfAbsent(code, _ -> new Counted(sample))
          .add(sample, before, !isIn(before, sample.monitor(), code));
      forgotten += dropEldest(byCode, STACKS_OF_MONITOR);
      return byCode.size() - had;
    }

    private static boolean isIn(@Nullable Sample before, String monitor, List<String> code) {
      return before != null && before.monitor().equals(monitor) && before.code().equals(code);
    }

    /** Gives up so many stacks, or all; returns how many. */
    int forget(int count) {
      int dropped = dropEldest(byCode, Math.max(0, byCode.size() - count));
      forgotten += dropped;
      return dropped;
    }

    SlowPollReport report(String monitor) {
      return new SlowPollReport(
          monitor,
          polls,
          last == null ? null : last.slowPoll(),
          slowest == null ? null : slowest.slowPoll(),
          byCode.values().stream()
              .sorted(comparingLong((Counted counted) -> counted.nanos).reversed())
              .map(counted -> counted.last.stackCount(counted.polls, counted.nanos, counted.most))
              .toList(),
          forgotten);
    }
  }

  private static final class Counted {
    private Sample last;
    private long polls;
    private long nanos;
    private long most;

    Counted(Sample first) {
      last = first;
    }

    void add(Sample sample, @Nullable Sample before, boolean isNewHere) {
      last = sample;
      polls += isNewHere ? 1 : 0;
      nanos += sample.runningNanos() - (before == null ? 0 : before.runningNanos());
      most = Math.max(most, sample.runningNanos());
    }
  }
}
