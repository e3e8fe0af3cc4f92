package io.pickglass.evidence;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.SlowPollShape;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.management.openmbean.CompositeData;

/** Starts, is slow in a pool, stops, starts again, and ends with the watchdog running. */
final class EvidenceProgram {
  private static volatile boolean over;

  private EvidenceProgram() {}

  public static void main(String[] args) throws Exception {
    Pickglass.start();
    Thread first = watchdogs().getFirst();
    System.out.println("daemon=" + first.isDaemon());
    first.interrupt();
    slowInAPool();
    Pickglass.stop();
    Await.end(first);
    System.out.println("afterStop=" + watchdogs().size());
    Pickglass.start();
    Pickglass.start();
    System.out.println("afterSecondStart=" + watchdogs().size());
    System.out.println(
        "internalErrors="
            + ManagementFactory.getPlatformMBeanServer()
                .getAttribute(ObjectNames.PICKGLASS, "InternalErrorCount"));
  }

  private static List<Thread> watchdogs() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("pickglass-watchdog"))
        .toList();
  }

  private static void slowInAPool() throws Exception {
    TaskMonitor monitor = Pickglass.monitor("orders").evidenceThreshold(Duration.ofMillis(50));
    Thread virtual = monitor.start(EvidenceProgram::waitsInAPoll);
    try (ExecutorService pool =
        monitor.executor(
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("books").factory()))) {
      pool.execute(EvidenceProgram::waitsInAPoll);
      Await.until("it is found", () -> report().get("last") != null);
      CompositeData last = (CompositeData) report().get("last");
      System.out.println("thread=" + last.get("threadName"));
      System.out.println("verdict=" + last.get("verdict"));
      System.out.println(
          "seenThere="
              + SlowPollShape.fromComposite(report()).stacks().getFirst().frames().stream()
                  .anyMatch(frame -> frame.contains("EvidenceProgram.waitsInAPoll")));
      over = true;
    }
    virtual.join();
  }

  private static void waitsInAPoll() {
    Await.until("it may go on", () -> over);
  }

  private static CompositeData report() {
    try {
      return (CompositeData)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  ObjectNames.taskMonitor("orders"),
                  "slowPolls",
                  new Object[] {1},
                  new String[] {"int"});
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
