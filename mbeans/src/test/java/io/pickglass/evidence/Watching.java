package io.pickglass.evidence;

import static io.pickglass.evidence.FakeThreads.calls;

import io.pickglass.ManualClock;
import io.pickglass.evidence.FakeSite.Task;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.PollSites;
import io.pickglass.monitor.Registry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A watchdog over carriers and threads that a test moves by hand. */
abstract class Watching {
  static final long MS = 1_000_000;

  final ManualClock clock = new ManualClock();
  final Registry registry = new Registry(clock, new Epoch(), () -> true, 10);
  final List<PollSite> sites = new ArrayList<>();
  final FakeThreads threads = new FakeThreads();
  final SlowPolls found = new SlowPolls();
  final List<Throwable> errors = new ArrayList<>();
  final InstantSource wallClock =
      () -> Instant.ofEpochMilli(1_000_000).plusNanos(clock.nanos() - 1);
  final Watchdog watchdog =
      new Watchdog(registry, new Sites(), threads, found, wallClock, errors::add);
  final FakeSite carrier = FakeSite.carrier();
  final Thread virtual = Thread.ofVirtual().name("order-7").unstarted(() -> {});

  private final class Sites implements PollSites {
    @Override
    public long madeCount() {
      return sites.size();
    }

    @Override
    public List<PollSite> list() {
      return List.copyOf(sites);
    }
  }

  Watching() {
    registry.monitor("orders");
    sites.add(carrier);
    threads.stack = calls("price", "order", "run");
  }

  Task begins(FakeSite site, @Nullable Thread thread) {
    Task task = new Task("orders", thread, clock.nanos());
    site.begins(task);
    return task;
  }

  /** Looks every ten milliseconds until so many have passed, with so much processor time. */
  void pass(long millis, long cpuMillis) {
    for (long passed = 0; passed < millis; passed += 10) {
      clock.advanceMillis(10);
      threads.cpuNanos += cpuMillis * MS * 10 / millis;
      watchdog.look(clock.nanos());
    }
  }

  SlowPollReport report() {
    return found.of("orders");
  }

  SlowPoll last() {
    return Objects.requireNonNull(report().last());
  }
}
