package io.pickglass.lint;

import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import java.util.ArrayList;
import java.util.List;

/** A runtime in which a task that does nothing had to wait. */
final class Starvation extends OtherRule {
  private final Runtimes runtimes;

  Starvation(Runtimes runtimes) {
    super("starvation", Amount.NANOS, 100_000_000, Level.CRITICAL);
    this.runtimes = runtimes;
  }

  @Override
  String raisedWhen() {
    return "a runtime ran its probe 100 ms late, or has not run it for so long";
  }

  @Override
  String advice() {
    return "Its threads are all taken. The evidence names by whom: make that less, or give it more"
        + " threads.";
  }

  @Override
  String lacks() {
    return runtimes.isProbing()
        ? ""
        : "the probes, which are off: StarvationProbes of pickglass:type=Runtimes turns them on";
  }

  @Override
  List<Finding> look(long millis, Clues clues) {
    List<Finding> findings = new ArrayList<>();
    for (RuntimeMonitor runtime : runtimes.all()) {
      long late = runtime.starvationNanos();
      if (late >= 0 && late >= threshold()) {
        findings.add(
            new Finding(
                this,
                true,
                runtime.name(),
                1,
                late,
                List.of(),
                clues.holders().of(runtime.name()).lines()));
      }
    }
    return findings;
  }

  @Override
  String summary(long count, String subject) {
    return count
        + " runtime, "
        + subject
        + ", runs what it is given late, by "
        + text(threshold())
        + " or more";
  }
}
