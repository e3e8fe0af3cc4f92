package io.pickglass.resource;

import io.pickglass.jdk.Sockets;
import io.pickglass.jdk.Synchronizers;
import io.pickglass.jdk.WaitKind;
import io.pickglass.jdk.WaitingThreads;
import io.pickglass.model.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is waited for at one instant: the groups of a {@link Census}, told apart by what was
 * seen of some of them.
 *
 * <p>Threads: whoever has made it.
 */
final class Scene {
  private static final int TRIES = 3;
  private static final Comparator<Group> LARGEST =
      Comparator.comparingInt(Group::count).thenComparingLong(Group::longestNanos).reversed();

  private final Census census;
  private final Looks looks;
  private final Joins joins;
  private final Map<Identity, Found> found;
  private final Map<Class<?>, Blocker> blockers = new HashMap<>();
  private final Map<Object, Thread> monitorOwners = new IdentityHashMap<>();

  /** Where something is waited for that is no object: a time, a file. */
  record Spot(String owner, String location) {}

  /** What was not looked at. */
  record Unseen(WaitKind kind) {}

  /** What only one thread can wait for. */
  record Own(long thread) {}

  private Scene(Census census, Looks looks, Joins joins) {
    this.census = census;
    this.looks = looks;
    this.joins = joins;
    this.found = HashMap.newHashMap(census.blocked().size() + census.others().size());
  }

  /** Those of that census, looked at as often as the budget allows. */
  static Scene of(Census census, Looks looks, Joins joins, int budget) {
    return of(census, looks, joins, budget / 2, budget / 4, budget - budget / 2 - budget / 4);
  }

  /** The same, but only those in monitors are looked at: of the others is told what they tell. */
  static Scene ofOwned(Census census, Looks looks, Joins joins, int budget) {
    return of(census, looks, joins, budget, 0, 0);
  }

  private static Scene of(
      Census census, Looks looks, Joins joins, int inMonitors, int parked, int inOthers) {
    Scene scene = new Scene(census, looks, joins);
    // Whoever waits for a monitor tells nothing of it before he is looked at.
    List<Group> monitors = new ArrayList<>();
    List<Group> others = new ArrayList<>();
    for (Group group : census.others()) {
      (isForMonitor(group) ? monitors : others).add(group);
    }
    looks.allow(inMonitors);
    monitors.forEach(scene::addUnblocked);
    int left = looks.end();
    looks.allow(parked);
    for (Group group : First.of(census.blocked(), LARGEST, parked)) {
      scene.addBlocked(group, TRIES);
    }
    looks.end();
    for (Group group : census.blocked()) {
      scene.addBlocked(group, 0);
    }
    looks.allow(left + inOthers);
    others.forEach(scene::addUnblocked);
    census.running().forEach(scene::addRunning);
    Owners.find(scene);
    looks.end();
    return scene;
  }

  private static boolean isForMonitor(Group group) {
    return group.key() instanceof Census.Unblocked unblocked
        && (unblocked.kind() == WaitKind.BLOCKED
            || unblocked.kind() == WaitKind.WAITING
            || unblocked.kind() == WaitKind.TIMED_WAITING);
  }

  private void addUnblocked(Group group) {
    for (Waiter waiter : group.kept()) {
      if (look(waiter)) {
        seenUnblocked(group, waiter).add(waiter, census.now());
      } else {
        unseen(group, waiter.kind()).add(waiter, census.now());
      }
    }
    int more = group.count() - group.kept().size();
    if (more > 0) {
      unseen(group, group.kept().getFirst().kind()).addUnknown(more, group.longestNanos());
    }
  }

  private boolean look(Waiter waiter) {
    boolean looked = looks.at(waiter);
    if (looked && waiter.seen() != null) {
      waiter.seen().ownedNow().forEach(each -> monitorOwners.put(each, waiter.thread()));
    }
    return looked;
  }

  private Found unseen(Group group, WaitKind kind) {
    if (group.key() instanceof Sockets.Wait socket) {
      return found(Identity.ofValue(socket, ResourceKind.IO), "Socket", "");
    }
    ResourceKind role =
        kind == WaitKind.PARKED
                || kind == WaitKind.TIMED_PARKED
                // Then a thread's state does not tell a monitor from a park.
                || kind != WaitKind.BLOCKED && !WaitingThreads.tellStacks()
            ? ResourceKind.OTHER
            : ResourceKind.MONITOR;
    return found(Identity.ofValue(new Unseen(kind), role), "", "");
  }

  private Found seenUnblocked(Group group, Waiter waiter) {
    Source source = waiter.source();
    Object monitor = waiter.seen() == null ? null : waiter.seen().monitorOrNull();
    if (monitor != null) {
      return source.kind() == ResourceKind.JOIN && monitor instanceof Thread thread
          ? joined(thread)
          : found(
              Identity.of(monitor, ResourceKind.MONITOR),
              Types.simpleName(monitor.getClass().getName()),
              Types.target(monitor.getClass()));
    }
    if (group.key() instanceof Sockets.Wait socket) {
      return found(
          Identity.ofValue(socket, ResourceKind.IO),
          Types.simpleName(Types.outer(source.owner())),
          Types.target(source.owner()));
    }
    return spot(waiter, source);
  }

  private Found spot(Waiter waiter, Source source) {
    Record where =
        source.kind() == ResourceKind.SCOPE
            ? new Own(waiter.thread().threadId())
            : new Spot(source.owner(), source.location());
    return found(
        Identity.ofValue(where, source.kind()),
        Types.simpleName(Types.outer(source.owner())),
        source.owner().isEmpty() ? "" : Types.target(source.owner()));
  }

  private Found joined(Thread thread) {
    return found(
        Identity.of(thread, ResourceKind.JOIN),
        thread.isVirtual() ? "VirtualThread" : "Thread",
        "java.base/java.lang");
  }

  private void addBlocked(Group group, int tries) {
    if (group.isTaken()) {
      return;
    }
    List<Waiter> kept = group.kept();
    Source source = Source.UNKNOWN;
    for (int i = 0; i < Math.min(tries, kept.size()) && !source.isKnown(); i++) {
      source = look(kept.get(i)) ? kept.get(i).source() : Source.UNKNOWN;
    }
    Found resource = blocked(group.key(), source);
    kept.forEach(waiter -> resource.add(waiter, census.now()));
    int more = group.count() - kept.size();
    if (more > 0) {
      resource.addUnknown(more, group.longestNanos());
      if (resource.parent() != null) {
        resource.parent().addUnknown(more, group.longestNanos());
      }
    }
  }

  /** What is waited for by those that are parked on that object, in that call. */
  private Found blocked(Object object, Source source) {
    Blocker blocker = blockers.computeIfAbsent(object.getClass(), _ -> Blocker.of(object));
    Thread joined = source.kind() == ResourceKind.JOIN ? joins.of(object) : null;
    if (joined != null) {
      return joined(joined);
    }
    Found own = found(Identity.of(object, blocker.kind()), blocker.type(), blocker.target());
    if (blocker.isPartOf(source)) {
      Object lock = Synchronizers.lockOf(object);
      own.partOf(
          found(
              Identity.of(lock == null ? object : lock, source.kind()),
              Types.simpleName(Types.outer(source.owner())),
              Types.target(source.owner())));
    }
    return own;
  }

  /** One that runs: whether it is stuck in a call shows its stack. */
  private void addRunning(Waiter waiter) {
    if (!look(waiter)) {
      return;
    }
    switch (waiter.source().kind()) {
      case IO, FILE, PROCESS -> spot(waiter, waiter.source()).add(waiter, census.now());
      default -> {}
    }
  }

  private Found found(Identity identity, String type, String target) {
    return found.computeIfAbsent(identity, _ -> new Found(identity, type, target));
  }

  /** Whom that one waits for, if he is looked at or was before. */
  void lookFor(Waiter waiter) {
    look(waiter);
  }

  /** How many of those that wait were looked at. */
  int lookedIntoCount() {
    return found.values().stream().filter(Found::isWhole).mapToInt(Found::lookedInto).sum();
  }

  Census census() {
    return census;
  }

  Collection<Found> all() {
    return found.values();
  }

  @Nullable Found of(Identity identity) {
    return found.get(identity);
  }

  /** Who owns the monitor of that object, as far as was seen. */
  @Nullable Thread monitorOwner(Object object) {
    return monitorOwners.get(object);
  }
}
