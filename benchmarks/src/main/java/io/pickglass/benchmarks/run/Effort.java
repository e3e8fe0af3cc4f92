package io.pickglass.benchmarks.run;

/**
 * How much is done for a row.
 *
 * @param forks processes, one after the other: each compiles in its own way
 * @param warmups batches of each variant, in each process, before those that count
 * @param repetitions batches of each variant, in each process, that count
 * @param millis the length of a batch
 */
public record Effort(int forks, int warmups, int repetitions, int millis) {
  /** For figures that somebody shall believe. */
  public static final Effort FULL = new Effort(3, 2, 5, 200);

  /** To see whether something got much worse. */
  public static final Effort QUICK = new Effort(2, 2, 3, 100);

  /** To see whether it works at all. */
  public static final Effort SMOKE = new Effort(1, 1, 1, 20);

  /** The same in one process only, for plans whose processes do not differ. */
  public Effort inOneFork() {
    return new Effort(1, warmups, repetitions, millis);
  }

  /** The same with batches so many times as long. */
  public Effort longer(int times) {
    return new Effort(forks, warmups, repetitions, millis * times);
  }
}
