package io.pickglass.conformance;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.Tracking;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javax.management.MBeanAttributeInfo;

/**
 * Does a little of everything and prints what could be seen of it, one {@code name=value} a line.
 */
final class TaskModeProgram {
  private TaskModeProgram() {}

  public static void main(String[] args) throws Exception {
    Tracking tracking = Pickglass.start();
    System.out.println("mode=" + tracking.mode());
    System.out.println("reason=" + tracking.reason());
    TaskMonitor tasks = Pickglass.monitor("tasks");
    TaskMonitor sections = Pickglass.monitor("sections");
    // Long enough that it is not over before its poll is, also on a machine with other things to
    // do.
    tasks.start(() -> sections.run(() -> RealConformanceTest.sleep(Duration.ofMillis(200)))).join();
    Thread failing =
        tasks.unstarted(
            Thread.ofVirtual().uncaughtExceptionHandler((t, e) -> {}),
            () -> {
              throw new IllegalStateException("on purpose");
            });
    failing.start();
    failing.join();
    try (ExecutorService executor = tasks.newThreadPerTaskExecutor()) {
      executor.submit(Thread::yield);
    }
    Await.until("all is booked", () -> tasks.cumulative().get(TaskMetric.ENDED_COUNT) == 3);
    print("tasks", tasks.cumulative());
    print("sections", sections.cumulative());
    System.out.println(
        "attributes="
            + Arrays.stream(
                    ManagementFactory.getPlatformMBeanServer()
                        .getMBeanInfo(ObjectNames.taskMonitor("tasks", Scope.CUMULATIVE))
                        .getAttributes())
                .map(MBeanAttributeInfo::getName)
                .sorted()
                .collect(Collectors.joining(",")));
  }

  private static void print(String prefix, TaskMetrics metrics) {
    metrics.asMap().forEach((metric, value) -> print(prefix, metric, value));
  }

  private static void print(String prefix, TaskMetric metric, Number value) {
    System.out.println(prefix + "." + metric.metricName() + "=" + value);
  }
}
