package io.pickglass.evidence;

import io.pickglass.model.TaskKind;
import io.pickglass.model.Verdict;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.TaskReading;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one carrier or pool thread again and again: whether the poll that runs there is still
 * the one of the look before, and since when.
 *
 * <p>Threads: the watchdog alone.
 */
final class Watch {
  // Two looks at a poll are needed to tell its processor time. The first is when it has run for
  // half of what is due, so that the second has something to tell as soon as it is due.

  // Sampled at the threshold, at twice, four times … as long: after these, for hours.
  private static final int MAX_SAMPLES = 18;

  // From which on it doubles, where the threshold is less.
  private static final long SHORTEST_NANOS = 1_000_000;

  private final PollSite site;
  private final ThreadLook threads;
  private final InstantSource wallClock;

  // The poll: on a carrier that of one task; on a pool thread the outermost of those that are
  // nested, while the innermost is named.
  private @Nullable Polled polled;
  private long pollCount;
  private long start;
  // The look that has not seen it, and the first that has.
  private long notBefore;
  private long firstSeenAt;
  private long lookedAt = Long.MIN_VALUE;

  // When its processor time was last read, and of what.
  private boolean cpuRead;
  private @Nullable Thread below;
  private long cpuNanos;
  private long cpuReadAt;

  private int samples;
  private long nextNanos;
  private @Nullable Sample latest;

  Watch(PollSite site, ThreadLook threads, InstantSource wallClock) {
    this.site = site;
    this.threads = threads;
    this.wallClock = wallClock;
  }

  PollSite site() {
    return site;
  }

  /** The task that is polled there; null if none is. Allocates nothing. */
  @Nullable Polled look(long now) {
    Polled present = site.polled();
    if (present == null) {
      forget();
    } else if (!isStill(present)) {
      begin(present, now);
    } else {
      polled = present;
      start = Math.min(start, startOf(present));
    }
    lookedAt = now;
    return present;
  }

  private void forget() {
    polled = null;
    below = null;
    latest = null;
    cpuRead = false;
  }

  private boolean isStill(Polled present) {
    return polled != null
        && site.pollCount() == pollCount
        && (site.thread() != null || present == polled && startOf(present) == start);
  }

  /** A pipeline says since when the first of its branches is polled, which may be long ago. */
  private long startOf(Polled present) {
    long since = present.pollingSince();
    return since >= notBefore ? since : firstSeenAt;
  }

  private void begin(Polled present, long now) {
    forget();
    firstSeenAt = now;
    pollCount = site.pollCount();
    notBefore = lookedAt;
    start = startOf(present);
    samples = 0;
    polled = present;
  }

  /** The look before, into the same poll; null if there was none. */
  @Nullable Sample latest() {
    return latest;
  }

  /** In how long there is something to do, if the poll goes on; 0 or less if there is now. */
  long dueIn(long now, long thresholdNanos) {
    long due = due(thresholdNanos);
    return samples == MAX_SAMPLES ? Long.MAX_VALUE : (cpuRead ? due : due / 2) - (now - start);
  }

  private long due(long thresholdNanos) {
    return samples == 0 ? thresholdNanos : nextNanos;
  }

  /** Looks into the poll, if it is time; null if not, or if it is over meanwhile. */
  @Nullable Sample sampleIfDue(long now, long thresholdNanos) {
    if (dueIn(now, thresholdNanos) > 0 || polled == null) {
      return null;
    }
    Thread thread = polled.virtualThread() == null ? site.thread() : polled.virtualThread();
    if (thread == null) {
      return null;
    }
    if (!cpuRead) {
      readCpu(thread, now);
      return null;
    }
    return sample(polled, thread, now, due(thresholdNanos));
  }

  private void readCpu(Thread thread, long now) {
    cpuRead = true;
    below = threads.below(thread);
    cpuNanos = below == null ? ThreadLook.UNKNOWN : threads.cpuNanos(below);
    cpuReadAt = now;
  }

  private @Nullable Sample sample(Polled task, Thread thread, long now, long due) {
    long cpuBefore = cpuNanos;
    long observed = now - cpuReadAt;
    Thread belowBefore = below;
    readCpu(thread, now);
    Thread.State state = threads.state(thread);
    StackTraceElement[] stack = threads.stack(thread);
    if (!isStill(task) || site.polled() != task || below != belowBefore) {
      // It may be anybody's. The next look finds out who is there.
      return null;
    }
    TaskReading about = about(task, now);
    long cpu =
        cpuNanos < 0 || cpuBefore < 0 ? ThreadLook.UNKNOWN : Math.max(0, cpuNanos - cpuBefore);
    Sample sample =
        new Sample(
            task.monitorName(),
            id(about, thread),
            name(about, thread),
            belowBefore == null ? "" : belowBefore.getName(),
            start,
            wallClock.millis() - (now - start) / 1_000_000,
            now - start,
            cpu,
            observed,
            verdict(cpu, observed, state, stack),
            Sample.cut(stack),
            stack.length > 0 ? "" : whyNoStack());
    next(now - start, due);
    latest = sample;
    return sample;
  }

  private static @Nullable TaskReading about(Polled task, long now) {
    TaskReading reading = new TaskReading();
    return task instanceof LiveTasks.Member member && member.readNow(reading, now) ? reading : null;
  }

  private static String id(@Nullable TaskReading about, Thread thread) {
    if (about != null) {
      return about.id();
    }
    return thread.isVirtual() ? TaskKind.VIRTUAL.id(thread.threadId()) : "";
  }

  private static String name(@Nullable TaskReading about, Thread thread) {
    if (about != null) {
      return about.name().isEmpty() ? about.place().label() : about.name();
    }
    return thread.isVirtual() ? thread.getName() : "";
  }

  private void next(long running, long due) {
    samples++;
    nextNanos = Math.max(due, SHORTEST_NANOS);
    while (nextNanos <= running) {
      nextNanos = nextNanos > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : nextNanos * 2;
    }
  }

  private String whyNoStack() {
    String problem = threads.stackProblem();
    return problem != null ? problem : "its thread could not be stopped there";
  }

  private static Verdict verdict(
      long cpu, long observed, Thread.State state, StackTraceElement[] stack) {
    if (cpu < 0 || observed <= 0) {
      return Verdict.UNKNOWN;
    }
    double share = (double) cpu / observed;
    if (share >= 0.75) {
      return Verdict.COMPUTING;
    }
    if (share > 0.25) {
      return Verdict.MIXED;
    }
    if (state != Thread.State.RUNNABLE) {
      return Verdict.WAITING;
    }
    return stack.length > 0 && stack[0].isNativeMethod() ? Verdict.NATIVE : Verdict.STALLED;
  }
}
