package io.pickglass.conformance;

import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.mxbean.ObjectNames;
import java.lang.management.ManagementFactory;

/** Interrupts the sampler, as containers do with all threads they find, and lets 2 s pass. */
final class InterruptedSamplerProgram {
  private InterruptedSamplerProgram() {}

  public static void main(String[] args) throws Exception {
    Pickglass.start();
    Thread sampler =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("pickglass-sampler"))
            .findFirst()
            .orElseThrow();
    var threads = ManagementFactory.getThreadMXBean();
    sampler.interrupt();
    long before = threads.getThreadCpuTime(sampler.threadId());
    Thread.sleep(2_000);
    long cpu = threads.getThreadCpuTime(sampler.threadId()) - before;
    var server = ManagementFactory.getPlatformMBeanServer();
    System.out.println("cpuMillis=" + cpu / 1_000_000);
    System.out.println("ticks=" + server.getAttribute(ObjectNames.SAMPLER, "LastSequence"));
    Pickglass.stop();
    Await.end(sampler);
    System.out.println("stopped=" + !server.isRegistered(ObjectNames.SAMPLER));
  }
}
