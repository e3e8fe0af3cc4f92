package io.pickglass.mxbean;

import io.pickglass.model.Worker;

/**
 * The workers of a runtime, one by one. Served as {@code pickglass:type=Workers,name=…}, beside the
 * runtime's {@link RuntimeMonitorMBean}.
 */
@Described("The workers of a runtime, one by one.")
public interface WorkersMXBean {
  /**
   * The threads that the runtime has now, with their counters since it is watched: see {@link
   * Worker}. None where they cannot be told, which is a {@link
   * java.util.concurrent.ThreadPoolExecutor} if {@code java.util.concurrent} is not open to us.
   */
  @Described("The threads that the runtime has now, and what each has done.")
  Worker[] getWorkers();
}
