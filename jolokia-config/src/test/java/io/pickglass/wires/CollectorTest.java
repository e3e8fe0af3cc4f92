package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import io.prometheus.jmx.JmxCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same rules in the exporter's newer collector, inside this process. */
class CollectorTest {
  private static final PrometheusRegistry REGISTRY = new PrometheusRegistry();

  @BeforeAll
  static void start() throws Exception {
    Watched.work();
    // Registered first: a bare collect() of 1.5.0 throws a NullPointerException.
    new JmxCollector(WatchedProcess.CONFIG.resolve("jmx-exporter.yaml").toFile())
        .register(REGISTRY);
  }

  @Test
  void gives_every_series_of_the_catalog_with_its_type_and_help() {
    assertThat(scrape().families()).isEqualTo(ExpectedSeries.all(_ -> true));
  }

  @Test
  void gives_the_numbers_of_JMX() throws Exception {
    var server = ManagementFactory.getPlatformMBeanServer();
    var bean = ObjectNames.taskMonitor(Watched.DONE, Scope.CUMULATIVE);
    Map<String, Object> still =
        Await.value("numbers that stand still", () -> ScopeBeans.settled(server, bean));
    assertThat(scrape().ofMonitor(Watched.DONE)).isEqualTo(ExpectedSeries.values(still));
  }

  private static Exposition scrape() {
    return Exposition.of(REGISTRY.scrape(name -> name.startsWith("pickglass_")));
  }
}
