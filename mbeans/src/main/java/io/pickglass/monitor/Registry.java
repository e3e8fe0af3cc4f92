package io.pickglass.monitor;

import io.pickglass.time.NanoClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All monitors by name: two requests of one name get one monitor.
 *
 * <p>Threads: any; finding a monitor that exists takes no lock.
 *
 * <p>Bounds: at most {@link #limit} monitors; any further name gets the monitor {@value #OTHER},
 * and is {@linkplain #refusedCount counted}.
 */
public final class Registry {
  /** The default limit. */
  public static final int DEFAULT_LIMIT = 1_000;

  /** The monitor that all names beyond the limit share. */
  public static final String OTHER = "other";

  // A name is in ObjectNames, URLs, labels and shells: what would need quoting there is replaced.
  private static final int MAX_LENGTH = 200;

  private final NanoClock clock;
  private final Epoch epoch;
  private final BooleanSupplier seesPolls;
  private final int limit;
  private final MainSwitch mainSwitch = new MainSwitch();
  private final ConcurrentHashMap<String, Entry> byDisplayName = new ConcurrentHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Consumer<Entry>> listeners = new ArrayList<>();
  private final LongAdder refused = new LongAdder();

  /**
   * A monitor and how it is called.
   *
   * @param totals the monitor, under the name that it has everywhere outside
   * @param displayName the name as it was given
   */
  public record Entry(TaskTotals totals, String displayName) {}

  /** A registry of at most so many monitors. */
  public Registry(NanoClock clock, Epoch epoch, BooleanSupplier seesPolls, int limit) {
    this.clock = clock;
    this.epoch = epoch;
    this.seesPolls = seesPolls;
    this.limit = limit;
  }

  /** The monitor of that name, made if there is none. */
  public TaskTotals monitor(String displayName) {
    Entry entry = byDisplayName.get(displayName);
    return entry != null ? entry.totals() : make(displayName);
  }

  private TaskTotals make(String displayName) {
    @Nullable Entry made;
    List<Consumer<Entry>> told;
    synchronized (this) {
      Entry known = byDisplayName.get(displayName);
      if (known != null) {
        return known.totals();
      }
      if (names.size() >= limit && !displayName.equals(OTHER)) {
        refused.increment();
        made = null;
      } else {
        made = add(displayName);
      }
      told = List.copyOf(listeners);
    }
    if (made == null) {
      return monitor(OTHER);
    }
    // Outside the lock: a listener registers MBeans, and there anybody may listen in his turn.
    told.forEach(listener -> listener.accept(made));
    return made.totals();
  }

  private Entry add(String displayName) {
    String name = unique(repaired(displayName));
    names.add(name);
    TaskTotals totals = new TaskTotals(name, clock, epoch, seesPolls, mainSwitch.add());
    Entry entry = new Entry(totals, displayName);
    byDisplayName.put(displayName, entry);
    return entry;
  }

  private static String repaired(String displayName) {
    String cut = displayName.substring(0, Math.min(displayName.length(), MAX_LENGTH));
    String name = cut.replaceAll("[^A-Za-z0-9._-]", "_");
    return name.isEmpty() ? "_" : name;
  }

  private String unique(String name) {
    String candidate = name;
    for (int suffix = 2; names.contains(candidate); suffix++) {
      candidate = name + "-" + suffix;
    }
    return candidate;
  }

  /**
   * Shows the listener all monitors there are and, from then on, each as it is made, once. It is
   * called by whoever makes the monitor and must not throw.
   */
  public void onEach(Consumer<Entry> listener) {
    List<Entry> present;
    synchronized (this) {
      listeners.add(listener);
      present = all();
    }
    present.forEach(listener);
  }

  /** Shows that listener nothing more. */
  public synchronized void forget(Consumer<Entry> listener) {
    listeners.remove(listener);
  }

  /** All monitors, in no order. */
  public List<Entry> all() {
    return List.copyOf(byDisplayName.values());
  }

  /** The names of all monitors, sorted. */
  public String[] names() {
    return all().stream().map(entry -> entry.totals().name()).sorted().toArray(String[]::new);
  }

  /** The names of the monitors that are switched off by themselves, sorted. */
  public String[] disabledNames() {
    return all().stream()
        .map(Entry::totals)
        .filter(totals -> !totals.onOff().isOn())
        .map(TaskTotals::name)
        .sorted()
        .toArray(String[]::new);
  }

  /** The switch of all monitors, those that are made later included. */
  public MainSwitch mainSwitch() {
    return mainSwitch;
  }

  /** How many monitors there may be, {@value #OTHER} aside. */
  public int limit() {
    return limit;
  }

  /** How many requests were answered with {@value #OTHER} because of the limit. */
  public long refusedCount() {
    return refused.sum();
  }

  /** How many intervals have begun. */
  public Epoch epoch() {
    return epoch;
  }

  /** The clock of all monitors. */
  public NanoClock clock() {
    return clock;
  }
}
