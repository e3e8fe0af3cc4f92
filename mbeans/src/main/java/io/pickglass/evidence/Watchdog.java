package io.pickglass.evidence;

import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.PollSites;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Thresholds;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks what carriers and pool threads poll, and samples the polls that have run for longer than
 * their monitor's {@linkplain Thresholds#evidenceNanos threshold}.
 *
 * <p>Threads: {@code look} is called by one thread at a time, in production by {@link
 * WatchdogThread}. It allocates nothing as long as nothing is slow and nobody new is there.
 */
public final class Watchdog implements AutoCloseable {
  /** The shortest time between two looks. */
  static final long MIN_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** The longest. */
  static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Registry registry;
  private final PollSites sites;
  private final ThreadLook threads;
  private final SlowPolls found;
  private final InstantSource wallClock;
  private final Consumer<Throwable> errors;
  private final Registry.Listener listener =
      new Registry.Listener(_ -> monitorsChanged(), _ -> monitorsChanged(), false);

  private List<Watch> watches = new ArrayList<>();
  private long sitesKnown;
  private volatile boolean monitorsChanged = true;
  private int thresholdChangesKnown;
  private long smallestThreshold = Long.MAX_VALUE;
  private long waitNanos = MAX_WAIT_NANOS;

  /** One that looks at everything in this JVM. */
  public Watchdog(Registry registry, SlowPolls found, Consumer<Throwable> errors) {
    this(
        registry, PollSites.ALL, new ThreadLook.OfThisJvm(), found, InstantSource.system(), errors);
  }

  Watchdog(
      Registry registry,
      PollSites sites,
      ThreadLook threads,
      SlowPolls found,
      InstantSource wallClock,
      Consumer<Throwable> errors) {
    this.registry = registry;
    this.sites = sites;
    this.threads = threads;
    this.found = found;
    this.wallClock = wallClock;
    this.errors = errors;
    registry.onEach(listener);
  }

  private void monitorsChanged() {
    monitorsChanged = true;
  }

  /** No registry knows it any more. */
  @Override
  public void close() {
    registry.forget(listener);
  }

  /** Looks once, now. */
  void look() {
    look(registry.clock().nanos());
  }

  /** Looks once. */
  void look(long now) {
    try {
      if (sites.madeCount() != sitesKnown) {
        listSites();
      }
      findSmallestThreshold();
    } catch (Throwable e) {
      errors.accept(e);
    }
    // Whoever begins now, is to be seen when half of it is over.
    long wait = smallestThreshold / 2;
    for (int i = 0; i < watches.size(); i++) {
      try {
        wait = Math.min(wait, look(watches.get(i), now));
      } catch (Throwable e) {
        // Of one of them; the others are looked at all the same.
        errors.accept(e);
      }
    }
    waitNanos = Math.clamp(wait, MIN_WAIT_NANOS, MAX_WAIT_NANOS);
  }

  /** Returns in how long there is something to do. */
  private long look(Watch watch, long now) {
    Polled polled = watch.look(now);
    Registry.Entry monitor = polled == null ? null : registry.named(polled.monitorName());
    if (monitor == null) {
      return Long.MAX_VALUE;
    }
    long threshold = monitor.totals().thresholds().evidenceNanos();
    Sample before = watch.latest();
    Sample sample = watch.sampleIfDue(now, threshold);
    if (sample != null) {
      found.add(sample, before);
    }
    return watch.dueIn(now, threshold);
  }

  /** How long to wait until the next look: till something may be due, within limits. */
  long waitNanos() {
    return waitNanos;
  }

  private void findSmallestThreshold() {
    int changes = Thresholds.evidenceChanges();
    if (!monitorsChanged && changes == thresholdChangesKnown) {
      return;
    }
    // First, so that what changes from now on is seen at the next look.
    monitorsChanged = false;
    thresholdChangesKnown = changes;
    long smallest = Long.MAX_VALUE;
    for (Registry.Entry monitor : registry.all()) {
      smallest = Math.min(smallest, monitor.totals().thresholds().evidenceNanos());
    }
    smallestThreshold = smallest;
  }

  private void listSites() {
    // First: what comes after it is listed now or at the next look.
    sitesKnown = sites.madeCount();
    Map<PollSite, Watch> known = new IdentityHashMap<>();
    watches.forEach(watch -> known.put(watch.site(), watch));
    List<Watch> all = new ArrayList<>();
    for (PollSite site : sites.list()) {
      @Nullable Watch watch = known.get(site);
      all.add(watch != null ? watch : new Watch(site, threads, wallClock));
    }
    watches = all;
  }
}
