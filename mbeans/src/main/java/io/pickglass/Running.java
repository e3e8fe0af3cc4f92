package io.pickglass;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.pickglass.evidence.SlowPolls;
import io.pickglass.evidence.Watchdog;
import io.pickglass.evidence.WatchdogThread;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.jfr.JfrEvents;
import io.pickglass.jmx.JmxExport;
import io.pickglass.jmx.OtherCopy;
import io.pickglass.lint.Warnings;
import io.pickglass.lint.WarningsThread;
import io.pickglass.model.Tracking;
import io.pickglass.monitor.Registry;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.lang.management.ManagementFactory;
import java.util.Optional;
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

  // Whether no other copy of the library came first. Who begins and who ends take turns.
  private volatile boolean first;

  Running(Registry registry, Sampler sampler, SlowPolls slowPolls, Warnings warnings) {
    this.sampler = sampler;
    this.warnings = warnings;
    this.thread = new SamplerThread(sampler, Guard::caught);
    this.watchdog =
        new WatchdogThread(() -> new Watchdog(registry, slowPolls, Guard::caught), Guard::caught);
    this.events = new JfrEvents(registry, sampler, Guard::caught);
    this.looker = new WarningsThread(warnings, Guard::caught);
    this.export =
        new JmxExport(
            ManagementFactory.getPlatformMBeanServer(),
            Guard::caught,
            registry,
            sampler,
            slowPolls);
  }

  void begin(String version) {
    try {
      sampler.runtimes().watchVirtualThreads(VirtualThreads::seesPolls);
      export.open(thread, AgentDoor.CONTROL, version);
      sampler.afterTick(events::look);
      export.open(warnings.resources());
      export.open(warnings, looker);
      thread.start();
      watchdog.start();
      looker.start();
      // By which a console tells, without loading anything into the process, that we are here.
      first = otherCopy().isEmpty();
      if (first) {
        System.setProperty("pickglass.version", version);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    } finally {
      begun.countDown();
    }
  }

  private static Optional<String> otherCopy() {
    return OtherCopy.sentence(ManagementFactory.getPlatformMBeanServer());
  }

  /** What can be seen here; and that there is another copy of the library, if there is. */
  static Tracking told(Tracking tracking) {
    try {
      return otherCopy()
          .map(other -> new Tracking(tracking.mode(), tracking.reason() + "; " + other))
          .orElse(tracking);
    } catch (Throwable e) {
      Guard.caught(e);
      return tracking;
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

  void end() {
    try {
      thread.stop();
      watchdog.stop();
      sampler.afterTick(() -> {});
      events.close();
      looker.stop();
      export.close();
      sampler.runtimes().recorder().turn(false);
      if (first) {
        System.clearProperty("pickglass.version");
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }
}
