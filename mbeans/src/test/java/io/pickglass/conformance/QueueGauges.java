package io.pickglass.conformance;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.jdk.VirtualThreadAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/** What the scheduler's queues hold while a virtual thread has started others and holds on. */
record QueueGauges(int submissions, long tasks) {

  static QueueGauges afterStarting(int count, Function<Runnable, Thread> start) {
    ForkJoinPool scheduler = VirtualThreadAccess.defaultScheduler();
    List<Thread> children = new ArrayList<>();
    QueueGauges[] gauges = new QueueGauges[1];
    try (Carriers carriers = Carriers.holdAllBut(1)) {
      Await.end(
          Thread.startVirtualThread(() -> {
            // Holds the last carrier, because it neither parks nor yields.
            for (int i = 0; i < count; i++) {
              children.add(start.apply(() -> {}));
            }
            gauges[0] =
                new QueueGauges(
                    scheduler.getQueuedSubmissionCount(), scheduler.getQueuedTaskCount());
          }));
    }
    children.forEach(Await::end);
    return gauges[0];
  }
}
