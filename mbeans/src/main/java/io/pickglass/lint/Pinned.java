package io.pickglass.lint;

import static java.util.Comparator.comparingLong;

import io.pickglass.model.PinnedWait;
import io.pickglass.model.WarnedTask;
import io.pickglass.runtime.Runtimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A virtual thread that kept its carrier while it waited. */
final class Pinned extends OtherRule {
  // Flight Recorder tells it a second or two late. Once per so long is often enough to stay.
  static final long RECENT_MILLIS = 15_000;

  // So short a wait is told by nobody.
  private static final long LEAST_NANOS = 20_000_000;

  private static final int FRAMES = 10;

  private final Pins pins;

  Pinned(Pins pins) {
    super("pinned", Amount.NANOS, LEAST_NANOS, Level.WARNING);
    this.pins = pins;
  }

  @Override
  String raisedWhen() {
    return "a virtual thread kept its carrier in a wait of 20 ms or longer that was over less than "
        + RECENT_MILLIS / 1_000
        + " s ago; Flight Recorder tells it";
  }

  @Override
  String clearedWhen() {
    return "the latest such wait was over 15 s ago, and then as all";
  }

  @Override
  String advice() {
    return "Take what waits out of native code and class initialisation, or onto a pool.";
  }

  @Override
  String lacks() {
    return pins.areTold()
        ? ""
        : "Flight Recorder, which is off: FlightRecorder of pickglass:type=Runtimes turns it on";
  }

  @Override
  long parse(String text) {
    long nanos = super.parse(text);
    if (nanos < LEAST_NANOS) {
      throw new IllegalArgumentException(
          "the threshold \"" + text + "\": give 20ms or more, as nobody tells of shorter ones");
    }
    return nanos;
  }

  @Override
  List<Finding> look(long millis, Clues clues) {
    Map<String, List<PinnedWait>> byMonitor = new TreeMap<>();
    for (PinnedWait pin : pins.latest()) {
      if (pin.durationNanos() >= threshold() && endMillis(pin) > millis - RECENT_MILLIS) {
        byMonitor.computeIfAbsent(pin.monitor(), _ -> new ArrayList<>()).add(pin);
      }
    }
    List<Finding> findings = new ArrayList<>();
    byMonitor.forEach((monitor, those) -> findings.add(finding(monitor, those)));
    return findings;
  }

  private static long endMillis(PinnedWait pin) {
    return pin.startedMillis() + pin.durationNanos() / 1_000_000;
  }

  private Finding finding(String monitor, List<PinnedWait> those) {
    those.sort(comparingLong(PinnedWait::durationNanos).reversed());
    PinnedWait worst = those.getFirst();
    return new Finding(
        this,
        monitor.isEmpty(),
        monitor.isEmpty() ? Runtimes.VIRTUAL_THREADS : monitor,
        those.size(),
        worst.durationNanos(),
        those.stream().limit(Warnings.EXAMPLES).map(this::task).toList(),
        worst.frames().stream().limit(FRAMES).toList());
  }

  private WarnedTask task(PinnedWait pin) {
    String name = Sentences.clipped(pin.taskName());
    return new WarnedTask(
        pin.taskId(),
        name,
        pin.durationNanos(),
        Sentences.who(pin.taskId(), name)
            + " kept its carrier while it waited for "
            + text(pin.durationNanos())
            + (pin.reason().isEmpty() ? "" : ": " + pin.reason()));
  }

  @Override
  String summary(long count, String subject) {
    return (count == 1 ? "1 wait of " + subject : count + " waits of " + subject)
        + " kept a carrier for "
        + text(threshold())
        + " or longer";
  }
}
