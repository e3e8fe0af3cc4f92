package io.pickglass.runtime;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.jspecify.annotations.Nullable;

/** What the JVM's own bean says of the scheduler of virtual threads; -1 where it does not know. */
record SchedulerBean(long parallelism, long poolSize, long mounted, long queued) {
  /** As of now; null in an image without that bean. */
  static @Nullable SchedulerBean read() {
    try {
      return Bean.read();
    } catch (LinkageError e) {
      return null;
    }
  }

  // Loaded when it is asked: the module of the bean is optional.
  private static final class Bean {
    static @Nullable SchedulerBean read() {
      VirtualThreadSchedulerMXBean bean =
          ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
      return bean == null
          ? null
          : new SchedulerBean(
              bean.getParallelism(),
              bean.getPoolSize(),
              bean.getMountedVirtualThreadCount(),
              bean.getQueuedVirtualThreadCount());
    }
  }
}
