package io.pickglass.conformance;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Uses Pickglass for the first time from many virtual threads at once, one of them interrupted. */
final class FirstUseProgram {
  private FirstUseProgram() {}

  public static void main(String[] args) {
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicInteger exact = new AtomicInteger();
    List<Thread> users = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean first = i == 0;
      users.add(
          Thread.startVirtualThread(() -> {
            if (first) {
              Thread.currentThread().interrupt();
            }
            Tracking tracking = Pickglass.tracking();
            if (tracking.mode() == Tracking.Mode.EXACT) {
              exact.incrementAndGet();
            }
            if (first) {
              interrupted.set(Thread.interrupted());
            }
          }));
    }
    users.forEach(Await::end);
    TaskMonitor monitor = Pickglass.monitor("first");
    Await.end(monitor.start(Thread::yield));
    System.out.println("mode=" + Pickglass.start().mode());
    System.out.println("interrupted=" + interrupted);
    System.out.println("users=" + exact);
    System.out.println("polls=" + monitor.cumulative().get(TaskMetric.POLL_COUNT));
  }
}
