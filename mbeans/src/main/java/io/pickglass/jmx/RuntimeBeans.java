package io.pickglass.jmx;

import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.RuntimeMonitorMBean;
import io.pickglass.mxbean.WorkersMXBean;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.sampling.Sampler;
import java.util.Collection;
import javax.management.ObjectName;

/** The beans of a runtime. */
record RuntimeBeans(Beans beans, Sampler sampler) {
  /** Registers them and adds their names. */
  void register(Collection<ObjectName> registered, RuntimeMonitor runtime) {
    String name = runtime.name();
    RuntimeMonitorBean bean = new RuntimeMonitorBean(runtime, sampler);
    beans.register(
        registered,
        ObjectNames.runtimeMonitor(name),
        () -> new DescribedBean<>(bean, RuntimeMonitorMBean.class));
    beans.register(
        registered,
        ObjectNames.runtimeMonitor(name, Scope.CUMULATIVE),
        () ->
            new ScopeBean(
                "Every metric of a runtime since it is watched.",
                () -> new Scoped.OfRuntime(bean.cumulative())));
    beans.register(
        registered,
        ObjectNames.runtimeMonitor(name, Scope.INTERVAL),
        () ->
            new ScopeBean(
                "Every metric of a runtime in the last completed interval.",
                () -> new Scoped.OfRuntime(bean.lastInterval())));
    beans.register(
        registered,
        ObjectNames.workers(name),
        () -> new DescribedBean<>(new WorkersBean(runtime), WorkersMXBean.class));
  }
}
