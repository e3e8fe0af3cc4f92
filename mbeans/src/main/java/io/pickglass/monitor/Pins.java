package io.pickglass.monitor;

/**
 * How often and how long tasks of one monitor kept their carriers while they waited. Nothing of
 * ours sees it: it is told from outside, seconds later, and of such waits only that are long.
 *
 * <p>Threads: any. A reading is of one instant, and waits for nobody.
 */
final class Pins {
  // Written under this object's monitor.
  private volatile Sum sum = new Sum(0, 0);

  /** What was told so far. */
  record Sum(long count, long nanos) {
    private Sum plus(long nanos) {
      return new Sum(count + 1, this.nanos + nanos);
    }
  }

  synchronized void add(long nanos) {
    sum = sum.plus(nanos);
  }

  Sum sum() {
    return sum;
  }
}
