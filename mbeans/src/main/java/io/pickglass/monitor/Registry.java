package io.pickglass.monitor;

import static java.util.Comparator.comparing;

import io.pickglass.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All monitors by name: two requests of one name get one monitor, until that is removed.
 *
 * <p>Threads: any; finding a monitor that exists takes no lock.
 *
 * <p>Bounds: at most {@link #limit()} monitors; any further name gets the monitor {@value #OTHER},
 * and is {@linkplain #refusedCount counted}. Nothing is kept of a monitor that was removed.
 */
public final class Registry {
  /** The default limit. */
  public static final int DEFAULT_LIMIT = 1_000;

  /** The monitor that all names beyond the limit share. */
  public static final String OTHER = "other";

  private final NanoClock clock;
  private final Epoch epoch;
  private final BooleanSupplier seesPolls;
  private volatile int limit;
  private final MainSwitch mainSwitch = new MainSwitch();
  private final TaskTable tasks = new TaskTable();
  private final ConcurrentHashMap<String, Entry> byDisplayName = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Entry> byName = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Queue<Entry> untold = new ConcurrentLinkedQueue<>();
  private final LongAdder refused = new LongAdder();

  /**
   * A monitor and how it is called.
   *
   * @param totals the monitor, under the name that it has everywhere outside
   * @param displayName the name as it was given
   * @param place where the first of its tasks was started, as a stack trace shows it; empty if the
   *     program has given the monitor its name
   */
  public record Entry(TaskTotals totals, String displayName, String place) {}

  /**
   * Who is told of monitors. Neither call may throw; both may come more than once, and at the same
   * time from several threads. The last of them for a monitor that was removed is {@code removed}.
   *
   * @param made a monitor was made, or was there
   * @param removed a monitor was removed
   * @param callsStrangers whether either runs code of the application, which may wait for anything:
   *     then it is not called where the application has not asked for a monitor
   */
  public record Listener(Consumer<Entry> made, Consumer<Entry> removed, boolean callsStrangers) {
    private void show(Entry entry) {
      made.accept(entry);
      // Removed in the meantime, perhaps before we were there: whoever did it came too early.
      if (entry.totals().isRemoved()) {
        removed.accept(entry);
      }
    }
  }

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
    return entry != null ? entry.totals() : make(displayName, null);
  }

  /**
   * The monitor of that name, made if there is none, for a task that the program has started
   * without a thought of us. Listeners that call strangers are told at the next {@link #tellAll}.
   *
   * @param place where it was started
   */
  public TaskTotals monitorFrom(String displayName, String place) {
    Entry entry = byDisplayName.get(displayName);
    return entry != null ? entry.totals() : make(displayName, place);
  }

  private TaskTotals make(String displayName, @Nullable String place) {
    @Nullable Entry made;
    List<Listener> told;
    synchronized (this) {
      Entry known = byDisplayName.get(displayName);
      if (known != null) {
        return known.totals();
      }
      if (isFull() && !displayName.equals(OTHER)) {
        refused.increment();
        made = null;
      } else {
        made = add(displayName, place == null ? "" : place);
      }
      told = List.copyOf(listeners);
    }
    if (made == null) {
      return place == null ? monitor(OTHER) : monitorFrom(OTHER, "");
    }
    // Outside the lock: a listener registers MBeans, and there anybody may listen in his turn.
    boolean quietly = place != null;
    told.stream()
        .filter(listener -> !(quietly && listener.callsStrangers()))
        .forEach(listener -> listener.show(made));
    if (quietly) {
      untold.add(made);
    }
    return made.totals();
  }

  /** Tells all listeners of the monitors that were made {@linkplain #monitorFrom quietly}. */
  public void tellAll() {
    for (Entry made = untold.poll(); made != null; made = untold.poll()) {
      Entry entry = made;
      listeners().stream()
          .filter(Listener::callsStrangers)
          .forEach(listener -> listener.show(entry));
    }
  }

  private synchronized List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  private boolean isFull() {
    return byDisplayName.size() - (byDisplayName.containsKey(OTHER) ? 1 : 0) >= limit;
  }

  private Entry add(String displayName, String place) {
    String name = Names.unique(displayName, byName::containsKey);
    TaskTotals totals = new TaskTotals(name, clock, epoch, seesPolls, mainSwitch.add(), tasks);
    Entry entry = new Entry(totals, displayName, place);
    byDisplayName.put(displayName, entry);
    byName.put(name, entry);
    return entry;
  }

  /**
   * Removes a monitor; its name may be asked for again, and then gets a new one. {@value #OTHER}
   * stays: it belongs to all names beyond the limit.
   *
   * @return whether it was there
   */
  public boolean remove(TaskTotals totals) {
    Entry entry;
    List<Listener> told;
    synchronized (this) {
      entry = byName.get(totals.name());
      if (entry == null || entry.totals() != totals || entry.displayName().equals(OTHER)) {
        return false;
      }
      byDisplayName.remove(entry.displayName());
      byName.remove(totals.name());
      totals.removed();
      told = List.copyOf(listeners);
    }
    told.forEach(listener -> listener.removed().accept(entry));
    return true;
  }

  /** The monitor that has that name outside, or null. */
  public @Nullable Entry named(String name) {
    return byName.get(name);
  }

  /** Tells the listener of all monitors there are and, from then on, of what becomes of them. */
  public void onEach(Listener listener) {
    List<Entry> present;
    synchronized (this) {
      listeners.add(listener);
      present = byName.isEmpty() ? List.of() : all();
    }
    for (Entry each : present) {
      listener.show(each);
    }
  }

  /** Tells that listener nothing more. */
  public synchronized void forget(Listener listener) {
    listeners.remove(listener);
  }

  /** All monitors, sorted by name. */
  public List<Entry> all() {
    return byName.values().stream().sorted(comparing(entry -> entry.totals().name())).toList();
  }

  /** The names of all monitors, sorted. */
  public String[] names() {
    return all().stream().map(entry -> entry.totals().name()).toArray(String[]::new);
  }

  /** The names of the monitors that are switched off by themselves, sorted. */
  public String[] disabledNames() {
    return all().stream()
        .map(Entry::totals)
        .filter(totals -> !totals.onOff().isOn())
        .map(TaskTotals::name)
        .toArray(String[]::new);
  }

  /** The switch of all monitors, those made later and those removed included. */
  public MainSwitch mainSwitch() {
    return mainSwitch;
  }

  /** Gives back the places that stand empty in the tables of tasks. Called at each tick. */
  public void tidy() {
    for (Entry each : byName.values()) {
      each.totals().live().trim();
    }
  }

  /** What the tables of tasks of all monitors share. */
  public TaskTable tasks() {
    return tasks;
  }

  /** How many monitors there may be, {@value #OTHER} aside. */
  public int limit() {
    return limit;
  }

  /** Sets how many there may be; those beyond it that are there stay. */
  public void limit(int limit) {
    this.limit = limit;
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
