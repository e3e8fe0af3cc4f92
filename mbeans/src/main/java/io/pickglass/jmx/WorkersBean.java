package io.pickglass.jmx;

import io.pickglass.model.Worker;
import io.pickglass.mxbean.WorkersMXBean;
import io.pickglass.runtime.RuntimeMonitor;

/** The workers of a runtime as an MXBean. */
record WorkersBean(RuntimeMonitor runtime) implements WorkersMXBean {
  @Override
  public Worker[] getWorkers() {
    return runtime.workers().toArray(Worker[]::new);
  }
}
