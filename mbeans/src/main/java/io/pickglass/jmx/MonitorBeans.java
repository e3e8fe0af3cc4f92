package io.pickglass.jmx;

import io.pickglass.evidence.SlowPolls;
import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.sampling.Sampler;
import java.util.Collection;
import javax.management.ObjectName;

/** The beans of a task monitor. */
record MonitorBeans(Beans beans, Sampler sampler, SlowPolls slowPolls) {
  /** Registers them and adds their names. */
  void register(Collection<ObjectName> registered, Registry.Entry entry) {
    String name = entry.totals().name();
    TaskMonitorBean bean = new TaskMonitorBean(entry, sampler, slowPolls);
    beans.register(
        registered,
        ObjectNames.taskMonitor(name),
        () -> new DescribedBean<>(bean, TaskMonitorMBean.class));
    beans.register(
        registered,
        ObjectNames.taskMonitor(name, Scope.CUMULATIVE),
        () ->
            new ScopeBean(
                "Every metric of a task monitor since the start.",
                () -> new Scoped.OfTasks(bean.cumulative())));
    beans.register(
        registered,
        ObjectNames.taskMonitor(name, Scope.INTERVAL),
        () ->
            new ScopeBean(
                "Every metric of a task monitor in the last completed interval.",
                () -> new Scoped.OfTasks(bean.lastInterval())));
  }
}
