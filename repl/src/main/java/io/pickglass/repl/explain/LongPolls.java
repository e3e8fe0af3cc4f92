package io.pickglass.repl.explain;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskInterval;

/**
 * The long ones among the polls of a monitor.
 *
 * @param count how many are long
 * @param nanos how long they are together
 * @param share of the time of all polls, that in long ones
 */
record LongPolls(long count, double nanos, double share) {
  static LongPolls of(TaskInterval tasks) {
    Histogram polls = tasks.metrics().histogram(Distribution.POLL).orElse(Histogram.EMPTY);
    long[] array = polls.toArray();
    long count = 0;
    double all = 0;
    double ofLong = 0;
    for (int i = 1; i < array.length; i++) {
      int bucket = (int) array[0] + i - 1;
      double nanos = (double) array[i] * Buckets.middle(bucket);
      all += nanos;
      if (Buckets.lowest(bucket) >= Limits.LONG_POLL_NANOS) {
        ofLong += nanos;
        count += array[i];
      }
    }
    if (all == 0) { // an older target has no histograms
      boolean isLong = tasks.metrics().get(TaskMetric.MEAN_POLL_NANOS) >= Limits.LONG_POLL_NANOS;
      return isLong
          ? new LongPolls(
              tasks.metrics().get(TaskMetric.POLL_COUNT),
              tasks.metrics().get(TaskMetric.POLL_NANOS),
              1)
          : new LongPolls(0, 0, 0);
    }
    return new LongPolls(count, ofLong, ofLong / all);
  }
}
