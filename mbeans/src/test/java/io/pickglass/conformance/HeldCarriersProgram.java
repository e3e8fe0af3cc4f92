package io.pickglass.conformance;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Tracking;

/** Starts Pickglass while no carrier is free, and then has a task. */
final class HeldCarriersProgram {
  private HeldCarriersProgram() {}

  public static void main(String[] args) {
    Tracking tracking;
    try (Carriers carriers = Carriers.holdAll()) {
      tracking = Pickglass.start();
    }
    System.out.println("mode=" + tracking.mode());
    System.out.println("reason=" + tracking.reason());
    TaskMonitor monitor = Pickglass.monitor("late");
    Await.end(monitor.start(() -> {}));
    System.out.println("ended=" + monitor.cumulative().get(TaskMetric.ENDED_COUNT));
  }
}
