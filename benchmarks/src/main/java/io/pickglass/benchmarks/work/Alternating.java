package io.pickglass.benchmarks.work;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A benchmark whose iterations take turns: the first works as the first of {@link #variants}, the
 * second as the second, and so on in a circle. All are measured in one process and at nearly the
 * same time, so that what the machine does meanwhile meets them all.
 */
@State(Scope.Benchmark)
public abstract class Alternating {
  /** The variants, with commas between. */
  @Param("PLAIN,WATCHED")
  public String variants = "";

  /** How long a batch is that is a window of time. */
  @Param("200")
  public int millis;

  private int turn;

  /** Begins the next turn. */
  @Setup(Level.Iteration)
  public final void nextTurn() throws Exception {
    String[] names = variants.split(",", -1);
    begin(names[turn++ % names.length]);
  }

  /** Everything that comes before an iteration of that variant and is not measured. */
  abstract void begin(String variant) throws Exception;
}
