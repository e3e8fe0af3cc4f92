package io.pickglass.evidence;

import io.pickglass.jdk.ThreadStacks;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** What can be asked of a thread while it runs. */
interface ThreadLook {
  /** Stands for a processor time that is not known. */
  long UNKNOWN = -1;

  /** Its stack, the innermost frame first; empty if there is none to be had. */
  StackTraceElement[] stack(Thread thread);

  /** Why no stack of a virtual thread can be had here at all; null where it can. */
  @Nullable String stackProblem();

  /** The platform thread on which it runs: itself, or its carrier; null if it is not mounted. */
  @Nullable Thread below(Thread thread);

  /** The processor time of a platform thread, or {@link #UNKNOWN}. */
  long cpuNanos(Thread platform);

  /** What it does. */
  Thread.State state(Thread thread);

  /** Of the threads of this JVM. */
  final class OfThisJvm implements ThreadLook {
    // Of carriers nothing but this may be asked there: see ThreadFacts.
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final boolean tellsCpu = threads.isThreadCpuTimeSupported();

    @Override
    public StackTraceElement[] stack(Thread thread) {
      return ThreadStacks.of(thread);
    }

    @Override
    public @Nullable String stackProblem() {
      return ThreadStacks.problem();
    }

    @Override
    public @Nullable Thread below(Thread thread) {
      return thread.isVirtual() ? ThreadStacks.carrierOf(thread) : thread;
    }

    @Override
    public long cpuNanos(Thread platform) {
      return tellsCpu ? threads.getThreadCpuTime(platform.threadId()) : UNKNOWN;
    }

    @Override
    public Thread.State state(Thread thread) {
      return thread.getState();
    }
  }
}
