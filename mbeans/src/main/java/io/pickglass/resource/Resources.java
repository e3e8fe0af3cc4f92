package io.pickglass.resource;

import io.pickglass.jdk.ThreadStacks;
import io.pickglass.jdk.WaitLook;
import io.pickglass.jdk.WaitingThreads;
import io.pickglass.listing.TaskListing;
import io.pickglass.model.Contention;
import io.pickglass.model.Deadlock;
import io.pickglass.model.Resource;
import io.pickglass.model.ResourceDetail;
import io.pickglass.model.ResourceKind;
import io.pickglass.model.ResourceList;
import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.query.Query;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What tasks and threads wait for, and who has it. Nothing is kept for that as long as nobody asks;
 * an answer is made by looking at all that live, and closely at some.
 *
 * <p>Threads: any, one at a time; the others wait. The tasks go on meanwhile.
 */
public final class Resources {
  /** How many rows an answer has at most. */
  public static final int MOST_ROWS = 10_000;

  /** How many resources have an id at most. */
  public static final int MOST_KNOWN = Known.MOST;

  private final Registry registry;
  private final TaskListing listing;
  private final InstantSource wallClock;

  private final ReentrantLock lock = new ReentrantLock();
  private final Looks looks = new Looks();
  private final Known known = new Known();
  private volatile int budget = Looks.DEFAULT_BUDGET;

  /** Of the tasks of that registry. */
  public Resources(Registry registry, InstantSource wallClock) {
    this.registry = registry;
    this.listing = new TaskListing(registry, wallClock);
    this.wallClock = wallClock;
  }

  /** How many threads one answer may look at. */
  public int lookLimit() {
    return budget;
  }

  /** Sets that; none at all with 0. */
  public void lookLimit(int threads) {
    if (threads < 0) {
      throw new IllegalArgumentException(
          "cannot look at " + threads + " threads: expected 0 or more");
    }
    budget = threads;
  }

  /** How many resources are known by an id. */
  public int knownCount() {
    lock.lock();
    try {
      return known.count();
    } finally {
      lock.unlock();
    }
  }

  private Moment moment(long shortest) {
    return Moment.of(registry.clock().nanos(), listing, looks, known, budget, shortest);
  }

  /**
   * Answers a query, see {@link Query}; an empty one gives those for which most wait.
   *
   * @throws IllegalArgumentException if it cannot be understood; says where, and what is possible
   */
  public ResourceList list(String text) {
    Query<Found, ResourceColumn> query = Query.of(text, ResourceColumn.ALL);
    if (query.group() != null) {
      throw new IllegalArgumentException("resources are not put into groups: leave group away");
    }
    lock.lock();
    try {
      Moment moment = moment(Waiter.UNKNOWN);
      List<Found> fitting = new ArrayList<>(moment.scene().all());
      fitting.removeIf(each -> !query.where().holds(each, moment.now()));
      List<Found> first = First.of(fitting, order(query, moment.now()), query.end());
      List<Resource> rows = first.stream().skip(query.offset()).map(moment.rows()::of).toList();
      return new ResourceList(
          query.text(),
          wallClock.millis(),
          moment.census().count(),
          moment.scene().lookedIntoCount(),
          fitting.size(),
          query.offset(),
          Lacks.all(),
          rows);
    } finally {
      lock.unlock();
    }
  }

  private static Comparator<Found> order(Query<Found, ResourceColumn> query, long now) {
    ResourceColumn column = query.sort();
    Comparator<Found> order =
        column.isNumber()
            ? Comparator.comparingLong(each -> column.number(each, now))
            : Comparator.comparing(column::text, String.CASE_INSENSITIVE_ORDER);
    return (query.descending() ? order.reversed() : order)
        .thenComparing(Comparator.comparingLong(Found::longestNanos).reversed());
  }

  /**
   * One resource, and who waits for it.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  public ResourceDetail detail(String id) {
    lock.lock();
    try {
      Identity identity = known.named(id.strip());
      if (identity == null) {
        throw new IllegalArgumentException(
            "there is no resource \""
                + id
                + "\": expected the id of one that was listed and is still there, such as r7");
      }
      Moment moment = moment(Waiter.UNKNOWN);
      Found found = moment.scene().of(identity);
      if (found == null) {
        throw new IllegalArgumentException("nobody waits for " + id.strip() + " now");
      }
      looks.allow(budget);
      found.waiters().forEach(looks::at);
      looks.end();
      Resource row = moment.rows().of(found);
      Waited.Sum waited = known.of(found, moment.now()).waited().all();
      return new ResourceDetail(
          row,
          waits(moment, found, found.waiters()),
          waited.count(),
          waited.nanos(),
          waited.longestNanos());
    } finally {
      lock.unlock();
    }
  }

  private static List<Wait> waits(Moment moment, Found resource, List<Waiter> waiters) {
    return waiters.stream()
        .sorted(
            Comparator.comparingLong((Waiter each) -> each.waitedNanos(moment.now())).reversed())
        .map(each -> moment.rows().of(each, resource))
        .toList();
  }

  /** Who waits for what somebody has, those that have waited longest first. */
  public List<Wait> waits(int most) {
    lock.lock();
    try {
      Moment moment = moment(Waiter.UNKNOWN);
      return moment.scene().all().stream()
          .filter(each -> each.owner() != null)
          .flatMap(each -> each.waiters().stream().map(waiter -> moment.rows().of(waiter, each)))
          .sorted(Comparator.comparingLong(Wait::waitNanos).reversed())
          .limit(Math.clamp(most, 0, MOST_ROWS))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** Those who wait for each other in a circle. */
  public List<Deadlock> deadlocks() {
    lock.lock();
    try {
      return deadlocks(moment(Waiter.UNKNOWN));
    } finally {
      lock.unlock();
    }
  }

  private static List<Deadlock> deadlocks(Moment moment) {
    return new Cycles(moment.scene())
        .all().stream()
            .filter(Proof::holds)
            .map(cycle ->
                new Deadlock(
                    cycle.stream().anyMatch(edge -> edge.waiter().kind().isTimed()),
                    cycle.stream().map(edge -> member(moment, edge)).toList()))
            .toList();
  }

  /**
   * What does not go on, or hardly. Locks tell how many wait for them; only who has waited for so
   * long for a monitor is looked at, once.
   *
   * @param shortest for how long somebody must have waited to be in a deadlock, in nanoseconds
   * @param crowd how many must wait for the same to be told
   */
  public Stuck stuck(long shortest, long crowd) {
    lock.lock();
    try {
      Moment moment = moment(shortest);
      List<Stuck.Crowd> crowds = new ArrayList<>();
      for (Found each : moment.scene().all()) {
        Thread owner = each.owner();
        boolean orphaned = owner != null && each.kind() == ResourceKind.LOCK && !owner.isAlive();
        if (owner != null && (orphaned || each.count() >= crowd)) {
          crowds.add(crowd(moment, each, owner, orphaned));
        }
      }
      return new Stuck(deadlocks(moment), crowds);
    } finally {
      lock.unlock();
    }
  }

  private static Stuck.Crowd crowd(Moment moment, Found each, Thread owner, boolean orphaned) {
    List<Wait> longest = waits(moment, each, each.waiters());
    return new Stuck.Crowd(
        moment.rows().of(each),
        longest.subList(0, Math.min(Stuck.EXAMPLES, longest.size())),
        orphaned,
        orphaned ? List.of() : stack(owner));
  }

  private static Deadlock.Member member(Moment moment, Cycles.Edge edge) {
    return new Deadlock.Member(
        moment.rows().of(edge.waiter(), edge.resource()), stack(edge.waiter().thread()));
  }

  /**
   * For what one task waits.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  public TaskWait ofTask(String id) {
    TaskReading task = listing.find(id);
    Polled polled = task.polled();
    Thread thread = polled == null ? null : polled.virtualThread();
    lock.lock();
    try {
      Moment moment = moment(Waiter.UNKNOWN);
      for (Found each : moment.scene().all()) {
        for (Waiter waiter : each.isWhole() ? each.waiters() : List.<Waiter>of()) {
          if (waiter.thread() == thread || polled != null && waiter.member() == polled) {
            return waiting(moment, waiter, each);
          }
        }
      }
    } finally {
      lock.unlock();
    }
    return TaskWait.none("it does not wait for anything that can be told");
  }

  private TaskWait waiting(Moment moment, Waiter waiter, Found resource) {
    looks.allow(1);
    looks.at(waiter);
    looks.end();
    Thread owner = resource.owner();
    return new TaskWait(
        moment.rows().of(waiter, resource),
        "",
        stack(waiter.thread()),
        owner == null ? List.of() : stack(owner));
  }

  private static List<String> stack(Thread thread) {
    WaitLook look = WaitingThreads.of(thread);
    StackTraceElement[] frames = look == null ? ThreadStacks.of(thread) : look.stack();
    return Arrays.stream(frames).map(StackTraceElement::toString).toList();
  }

  /** What was waited for longest, as far as somebody looked. */
  public List<Contention> contention(int most) {
    lock.lock();
    try {
      List<Contention> all = new ArrayList<>();
      for (Known.Entry entry : known.all()) {
        if (entry.isPart()) {
          continue;
        }
        entry.waited().sums().forEach((source, sum) -> all.add(contention(entry, source, sum)));
      }
      return all.stream()
          .sorted(Comparator.comparingLong(Contention::waitedNanos).reversed())
          .limit(Math.clamp(most, 0, MOST_ROWS))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  private static Contention contention(Known.Entry entry, Source source, Waited.Sum sum) {
    return new Contention(
        entry.id(),
        entry.waited().kind(),
        entry.waited().type(),
        source.api(),
        source.location(),
        sum.count(),
        sum.nanos(),
        sum.longestNanos());
  }

  /** What a query can ask for, each as {@code name (type): help}. */
  public static String[] columns() {
    return ResourceColumn.ALL.described();
  }
}
