package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.Notes;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bean of the library as a whole tells, and what may be done through it. */
class PickglassBeanTest {
  private final List<Throwable> errors = new ArrayList<>();
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final Registry registry = new Registry(new ManualClock(), new Epoch(), () -> true, 2);
  private final Sampler sampler = new Sampler(registry, InstantSource.system(), 3);
  private final JmxExport export = new JmxExport(server, errors::add, registry, sampler);

  @BeforeEach
  void open() {
    export.open(new SamplerThread(sampler, errors::add), AgentControl.NONE, "1.2.3");
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(errors).isEmpty();
  }

  private Object get(String attribute) throws JMException {
    return server.getAttribute(ObjectNames.PICKGLASS, attribute);
  }

  @Test
  void tasksThatNoListShowsAreCountedOverAllMonitors() throws Exception {
    long before = (long) get("UnlistedTaskCount");
    registry.tasks().limit(704);
    for (String name : List.of("a", "b")) {
      LiveTasks live = registry.monitor(name).live();
      for (int i = 0; i < 323; i++) {
        live.add(null, new Unpolled());
      }
    }
    assertThat(get("UnlistedTaskCount")).isEqualTo(before + 3);
  }

  @Test
  void allMonitorsAreSwitchedAndThoseThatAreOffByThemselvesAreNamed() throws Exception {
    TaskTotals a = registry.monitor("a");
    TaskTotals b = registry.monitor("b");
    server.setAttribute(ObjectNames.taskMonitor("b"), new Attribute("Enabled", false));
    assertThat(get("Enabled")).isEqualTo(true);
    assertThat(get("DisabledMonitors")).isEqualTo(new String[] {"b"});
    assertThat(get("DisabledMonitorCount")).isEqualTo(1);
    assertThat(List.of(a.onOff().isWatching(), b.onOff().isWatching()))
        .isEqualTo(List.of(true, false));
    server.setAttribute(ObjectNames.PICKGLASS, new Attribute("Enabled", false));
    assertThat(get("Enabled")).isEqualTo(false);
    assertThat(get("DisabledMonitors")).isEqualTo(new String[] {"b"});
    assertThat(get("DisabledMonitorCount")).isEqualTo(2);
    assertThat(server.getAttribute(ObjectNames.taskMonitor("a"), "Enabled")).isEqualTo(true);
    assertThat(server.getAttribute(ObjectNames.taskMonitor("b"), "Enabled")).isEqualTo(false);
    assertThat(a.onOff().isWatching()).isFalse();
    server.setAttribute(ObjectNames.taskMonitor("b"), new Attribute("Enabled", true));
    server.setAttribute(ObjectNames.PICKGLASS, new Attribute("Enabled", true));
    assertThat(get("DisabledMonitors")).isEqualTo(new String[0]);
    assertThat(b.onOff().isWatching()).isTrue();
  }

  private boolean remove(String name) throws JMException {
    return (boolean)
        server.invoke(
            ObjectNames.PICKGLASS,
            "remove",
            new Object[] {name},
            new String[] {String.class.getName()});
  }

  @Test
  void aMonitorIsRemovedByTheNameThatItHasOutside() throws Exception {
    registry.monitor("GET /users");
    assertThat(remove("GET /users")).isFalse();
    assertThat(remove("GET__users")).isTrue();
    assertThat(remove("GET__users")).isFalse();
    assertThat(get("Monitors")).isEqualTo(new String[0]);
    assertThat(server.isRegistered(ObjectNames.taskMonitor("GET__users"))).isFalse();
  }

  @Test
  void whatChangesSomethingIsAnActionAndSaysWhat() throws Exception {
    registry.monitor("a");
    assertThat(operation(ObjectNames.PICKGLASS, "remove"))
        .isEqualTo(
            "remove, impact 1: Removes a monitor; its name then gets a new one, if the program asks"
                + " for it.");
    assertThat(operation(ObjectNames.taskMonitor("a"), "intervals"))
        .isEqualTo(
            "intervals, impact 0: The completed intervals that are still kept, oldest first."
                + " Changes nothing.");
  }

  private String operation(ObjectName bean, String name) throws JMException {
    MBeanOperationInfo named =
        Arrays.stream(server.getMBeanInfo(bean).getOperations())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return named.getName() + ", impact " + named.getImpact() + ": " + named.getDescription();
  }

  private static final class Unpolled extends LiveTasks.Member {
    @Override
    protected long scheduledSince(long now) {
      return now;
    }

    @Override
    protected long number() {
      return 1;
    }

    @Override
    protected String givenName() {
      return "";
    }

    @Override
    protected @Nullable Notes noted() {
      return null;
    }

    @Override
    protected boolean read(TaskReading into, long now) {
      return false;
    }
  }
}
