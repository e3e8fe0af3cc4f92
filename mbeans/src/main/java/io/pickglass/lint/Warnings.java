package io.pickglass.lint;

import io.pickglass.lint.Finding.Key;
import io.pickglass.listing.TaskListing;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.resource.Resources;
import io.pickglass.runtime.Runtimes;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter now, and what was. Raised at the first look that finds it; cleared when
 * {@value Active#CLEAR_LOOKS} looks in a row have not found it, and 2 s, so that it does not flap.
 *
 * <p>Threads: one looks, see {@link WarningsThread}; all else any. A reader waits for no look.
 *
 * <p>Bounds: {@value #ACTIVE_LIMIT} active warnings, of which those that find no place are counted;
 * {@value #HISTORY_LIMIT} in the history; {@value #EXAMPLES} tasks and about as many lines of
 * evidence each.
 */
public final class Warnings {
  /** How many warnings may be active. */
  public static final int ACTIVE_LIMIT = 1_000;

  /** How many are kept after they were cleared. */
  public static final int HISTORY_LIMIT = 1_000;

  /** How many tasks of a warning are named. */
  public static final int EXAMPLES = 10;

  private final Registry registry;
  private final Runtimes runtimes;
  private final InstantSource wallClock;
  private final TaskListing tasks;
  private final Resources resources;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final List<Consumer<Warning>> listeners = new CopyOnWriteArrayList<>();
  private volatile Stacks stacks = Stacks.NONE;

  // Under this object's monitor.
  private final Map<Key, Active> active = new LinkedHashMap<>();
  private final ArrayDeque<Warning> history = new ArrayDeque<>();
  private long raised;
  private long cleared;
  private long refused;

  /** Nothing is the matter yet. */
  public Warnings(Registry registry, Runtimes runtimes, InstantSource wallClock) {
    this(registry, runtimes, Pins.toldBy(runtimes.recorder()), wallClock);
  }

  Warnings(Registry registry, Runtimes runtimes, Pins pins, InstantSource wallClock) {
    this.registry = registry;
    this.runtimes = runtimes;
    this.wallClock = wallClock;
    this.tasks = new TaskListing(registry, wallClock);
    this.resources = new Resources(registry, wallClock);
    for (Rule rule :
        List.of(
            new SelfWakes(),
            new LostWaker(),
            new NeverYielded(),
            new LongPoll(),
            new LongScheduled(),
            new Pinned(pins),
            new Deadlocked(),
            new Convoy(),
            new Starvation(runtimes))) {
      rules.put(rule.name(), rule);
    }
    Waits waits = new Waits(resources, rule("deadlock"), rule("convoy"));
    for (Rule rule : rules.values()) {
      if (rule instanceof WaitRule ofWaits) {
        ofWaits.asks(waits);
      }
    }
  }

  /** What tasks wait for, as it is asked for warnings. */
  public Resources resources() {
    return resources;
  }

  /** Asks those from now on for what is known of polls that run. */
  public void stacks(Stacks known) {
    stacks = known;
  }

  /** Tells of each warning that is raised or cleared, in the thread that looks: hold it not up. */
  public void onChange(Consumer<Warning> listener) {
    listeners.add(listener);
  }

  /** Tells that listener nothing more. */
  public void forget(Consumer<Warning> listener) {
    listeners.remove(listener);
  }

  /** Looks at everything once. */
  public void look() {
    long now = registry.clock().nanos();
    long millis = wallClock.millis();
    List<Warning> changes = settle(find(now, millis), now, millis);
    for (Warning change : changes) {
      listeners.forEach(listener -> listener.accept(change));
    }
  }

  private List<Finding> find(long now, long millis) {
    List<TaskRule> ofTasks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Clues clues = new Clues(new Holders(runtimes), stacks);
    for (Rule rule : rules.values()) {
      if (rule.isOn()) {
        switch (rule) {
          case TaskRule ofTask -> ofTasks.add(ofTask);
          case OtherRule other -> findings.addAll(other.look(millis, clues));
          default -> throw new IllegalStateException("nobody asks the rule " + rule.name());
        }
      }
    }
    if (!ofTasks.isEmpty()) {
      TaskScan scan = new TaskScan(ofTasks, now);
      tasks.forEachLive(now, scan);
      findings.addAll(scan.findings(clues));
    }
    return findings;
  }

  private synchronized List<Warning> settle(List<Finding> findings, long now, long millis) {
    List<Warning> changes = new ArrayList<>();
    Set<Key> seen = new HashSet<>();
    for (Finding finding : findings) {
      Key key = finding.key();
      seen.add(key);
      Active known = active.get(key);
      if (known != null) {
        known.seen(finding, now, millis);
      } else if (active.size() < ACTIVE_LIMIT) {
        Active begun = new Active(++raised, finding, now, millis);
        active.put(key, begun);
        changes.add(begun.warning());
      } else {
        refused++;
      }
    }
    for (Iterator<Entry<Key, Active>> each = active.entrySet().iterator(); each.hasNext(); ) {
      Entry<Key, Active> entry = each.next();
      if (!seen.contains(entry.getKey()) && entry.getValue().isOver(now)) {
        each.remove();
        changes.add(keep(entry.getValue().warning().cleared(millis)));
      }
    }
    return changes;
  }

  private Warning keep(Warning over) {
    cleared++;
    history.addLast(over);
    if (history.size() > HISTORY_LIMIT) {
      history.removeFirst();
    }
    return over;
  }

  /** What is the matter now, what has been so longest first. */
  public synchronized List<Warning> active() {
    return active.values().stream().map(Active::warning).toList();
  }

  /** The latest that were cleared, at most so many, the oldest of them first. */
  public synchronized List<Warning> history(int max) {
    return history.stream().skip(Math.max(0, history.size() - (long) Math.max(0, max))).toList();
  }

  /** The one of that number, active or in the history; null if it is neither. */
  public synchronized @Nullable Warning numbered(long number) {
    return Stream.concat(active.values().stream().map(Active::warning), history.stream())
        .filter(warning -> warning.number() == number)
        .findFirst()
        .orElse(null);
  }

  /** How many were ever raised. */
  public synchronized long raisedCount() {
    return raised;
  }

  /** How many were cleared and have fallen out of the history. */
  public synchronized long forgottenCount() {
    return cleared - history.size();
  }

  /** How often one was not raised, as there were too many; at each look anew. */
  public synchronized long refusedCount() {
    return refused;
  }

  /** All rules as they are set. */
  public List<WarningRule> rules() {
    return rules.values().stream().map(Rule::described).toList();
  }

  /**
   * The rule of that name, to be set.
   *
   * @throws IllegalArgumentException if there is none; says which there are
   */
  public Rule rule(String name) {
    Rule rule = rules.get(name.strip());
    if (rule == null) {
      throw new IllegalArgumentException(
          "there is no warning \"" + name + "\": give " + String.join(", ", rules.keySet()));
    }
    return rule;
  }

  /** How many warnings there are about a task, as it was read. Makes nothing. */
  public int countOf(TaskReading task, long now) {
    int count = 0;
    if (isJudged(task)) {
      for (Rule rule : rules.values()) {
        count += isSo(rule, task, now) ? 1 : 0;
      }
    }
    return count;
  }

  /** What is the matter with a task, as it was read: a sentence each. */
  public List<String> of(TaskReading task, long now) {
    List<String> sentences = new ArrayList<>();
    if (isJudged(task)) {
      Holders holders = new Holders(runtimes);
      String who = Sentences.who(task.id(), Sentences.nameOf(task));
      for (Rule rule : rules.values()) {
        if (isSo(rule, task, now)) {
          sentences.add(who + " " + ((TaskRule) rule).sentence(task, now, holders));
        }
      }
    }
    return sentences;
  }

  /**
   * The same of the task of that id, if it lives, and what else active warnings say of it.
   *
   * @throws IllegalArgumentException if it is no id
   */
  public List<String> of(String taskId) {
    TaskReading task = tasks.findLive(taskId);
    return task == null ? ofActive(taskId) : of(task);
  }

  /** The same of a task that was just read. */
  public List<String> of(TaskReading task) {
    List<String> sentences = of(task, registry.clock().nanos());
    sentences.addAll(ofActive(task.id()));
    return sentences;
  }

  private List<String> ofActive(String taskId) {
    List<String> sentences = new ArrayList<>();
    for (Warning warning : active()) {
      if (rules.get(warning.name()) instanceof OtherRule) {
        warning.tasks().stream()
            .filter(task -> task.id().equals(taskId))
            .forEach(task -> sentences.add(task.sentence()));
      }
    }
    return sentences;
  }

  private static boolean isJudged(TaskReading task) {
    return !task.phase().isEnded() && TaskScan.isJudged(task);
  }

  private static boolean isSo(Rule rule, TaskReading task, long now) {
    return rule.isOn() && rule instanceof TaskRule ofTask && ofTask.check(task, now) == Answer.YES;
  }
}
