package io.pickglass.lint;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.pickglass.ManualClock;
import io.pickglass.Monitors;
import io.pickglass.TaskHandle;
import io.pickglass.instrument.PlainTask;
import io.pickglass.listing.TaskListing;
import io.pickglass.model.PinnedWait;
import io.pickglass.model.Warning;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.Runtimes;
import io.pickglass.task.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warnings over monitors of their own, at a time that the test moves. */
final class Desk {
  /** When a test begins, in milliseconds since 1970. */
  static final long BEGIN = 1_000_000;

  final ManualClock clock = new ManualClock();
  final Registry registry = new Registry(clock, new Epoch(), () -> true, 2_000);
  final Runtimes runtimes = new Runtimes(clock);
  final InstantSource wallClock =
      () -> Instant.ofEpochMilli(BEGIN + (clock.nanos() - 1) / 1_000_000);
  final Told told = new Told();
  final Warnings warnings = new Warnings(registry, runtimes, told, wallClock);
  final List<Warning> changes = new ArrayList<>();

  /** Who tells of pinned waits here. */
  static final class Told implements Pins {
    boolean on = true;
    final List<PinnedWait> pins = new ArrayList<>();

    @Override
    public boolean areTold() {
      return on;
    }

    @Override
    public List<PinnedWait> latest() {
      return pins;
    }
  }

  Desk() {
    warnings.onChange(changes::add);
  }

  /** A task that begins now, of the program's own scheduler. */
  TaskHandle task(String monitor, String name) {
    return Monitors.of(registry.monitor(monitor)).task(name);
  }

  /** What an executor was given now. */
  PlainTask given(String monitor) {
    return PlainTask.of(View.whole(registry.monitor(monitor)));
  }

  /** What an executor has begun to run now. */
  PlainTask running(String monitor) {
    PlainTask task = given(monitor);
    task.beginSection();
    return task;
  }

  /** The id of the live task of that name. */
  String id(String name) {
    return new TaskListing(registry, wallClock)
        .list("where name = \"" + name + "\"")
        .rows()
        .getFirst()
        .id();
  }

  void passMillis(long millis) {
    clock.advanceMillis(millis);
  }

  /** Looks, and tells what is active of that rule. */
  Optional<Warning> look(String rule) {
    warnings.look();
    return warnings.active().stream().filter(warning -> warning.name().equals(rule)).findFirst();
  }

  /** Looks so often that whatever is over is cleared. */
  void lookUntilClear() {
    for (int i = 0; i < Active.CLEAR_LOOKS; i++) {
      passMillis(1_000);
      warnings.look();
    }
  }

  /** What that rule alone does. */
  static Desk of(String rule) {
    Desk desk = new Desk();
    desk.warnings.rules().stream()
        .filter(each -> !each.name().equals(rule))
        .forEach(each -> desk.warnings.rule(each.name()).level(Level.OFF));
    return desk;
  }

  static long nanos(long millis) {
    return MILLISECONDS.toNanos(millis);
  }
}
