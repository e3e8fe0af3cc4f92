package io.pickglass.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.Registry;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.sampling.Sampler;
import io.pickglass.sampling.SamplerThread;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
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
    export.open(new SamplerThread(sampler, errors::add), "1.2.3");
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
    for (String name : List.of("a", "b")) {
      LiveTasks live = registry.monitor(name).live();
      // One thread has one of eight stripes.
      for (int i = 0; i < LiveTasks.LIMIT / 8 + 3; i++) {
        live.add(null, new Unpolled());
      }
    }
    assertThat(get("UnlistedTaskCount")).isEqualTo(before + 6);
  }

  private static final class Unpolled extends LiveTasks.Member {
    @Override
    protected long scheduledSince(long now) {
      return now;
    }
  }
}
