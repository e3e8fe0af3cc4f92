package io.pickglass.benchmarks.work;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What something has taken by the clock on the wall, where it is a matter of other processes. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Taken {
  /** That time. */
  public double nanos;
}
