package io.pickglass;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.pickglass.evidence.WatchdogThread;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.jfr.JfrEvents;
import io.pickglass.jmx.JmxExport;
import io.pickglass.lint.Warnings;
import io.pickglass.lint.WarningsThread;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.util.concurrent.CountDownLatch;

/**
 * What {@link Pickglass#start} has started. The agent may have begun it in a thread of its own
 * while the program asks for it, too: then that waits, and finds the MBeans.
 */
final class Running {
  // Should a stranger hold up the registration of MBeans, he does not hold up everybody.
  private static final long PATIENCE_SECONDS = 2;

  private final SamplerThread thread;
  private final WatchdogThread watchdog;
  private final Warnings warnings;
  private final WarningsThread looker;
  private final JmxExport export;
  private final Sampler sampler;
  private final JfrEvents events;
  private final Thread beginner = Thread.currentThread();
  private final CountDownLatch begun = new CountDownLatch(1);

  Running(
      Sampler sampler,
      SamplerThread thread,
      WatchdogThread watchdog,
      JfrEvents events,
      Warnings warnings,
      JmxExport export) {
    this.sampler = sampler;
    this.events = events;
    this.thread = thread;
    this.watchdog = watchdog;
    this.warnings = warnings;
    this.looker = new WarningsThread(warnings, Guard::caught);
    this.export = export;
  }

  void begin(Runtimes runtimes, String version) {
    try {
      runtimes.watchVirtualThreads(VirtualThreads::seesPolls);
      export.open(thread, AgentDoor.CONTROL, version);
      sampler.afterTick(events::look);
      export.open(warnings, looker);
      thread.start();
      watchdog.start();
      looker.start();
      // By which a console tells, without loading anything into the process, that we are here.
      System.setProperty("pickglass.version", version);
    } catch (Throwable e) {
      Guard.caught(e);
    } finally {
      begun.countDown();
    }
  }

  /** Waits for it; not the thread that begins, in which a listener of MBeans may ask again. */
  void awaitBegun() {
    if (Thread.currentThread() == beginner) {
      return;
    }
    try {
      var _ = begun.await(PATIENCE_SECONDS, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end(Runtimes runtimes) {
    try {
      thread.stop();
      watchdog.stop();
      sampler.afterTick(() -> {});
      events.close();
      looker.stop();
      export.close();
      runtimes.recorder().turn(false);
      System.clearProperty("pickglass.version");
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }
}
