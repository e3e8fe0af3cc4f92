package io.pickglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.mxbean.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {
  private final Registry registry = new Registry(new ManualClock(), new Epoch(), () -> true, 3);

  @ParameterizedTest
  @CsvSource({
    "users.insert, users.insert",
    "GET /users, GET__users",
    "'a,b=c:d*?\"', a_b_c_d___",
    "größe, gr__e",
    "'', _"
  })
  void namesNeedNoQuotingAnywhere(String given, String name) {
    assertThat(registry.monitor(given).name()).isEqualTo(name);
    assertThat(ObjectNames.taskMonitor(name).getKeyProperty("name")).isEqualTo(name);
  }

  @Test
  void namesThatBecomeTheSameAreToldApart() {
    assertThat(registry.monitor("a b").name()).isEqualTo("a_b");
    assertThat(registry.monitor("a_b").name()).isEqualTo("a_b-2");
    assertThat(registry.monitor("a/b").name()).isEqualTo("a_b-3");
    assertThat(registry.monitor("a b").name()).isEqualTo("a_b");
  }

  @Test
  void aNameIsCutToTwoHundredCharacters() {
    assertThat(registry.monitor("x".repeat(10_000)).name()).isEqualTo("x".repeat(200));
  }

  @Test
  void namesBeyondTheLimitShareOneMonitorAndAreCounted() {
    registry.monitor("a");
    registry.monitor("b");
    registry.monitor("c");
    assertThat(registry.monitor("d").name()).isEqualTo("other");
    assertThat(registry.monitor("e")).isSameAs(registry.monitor("d"));
    assertThat(registry.refusedCount()).isEqualTo(3);
    assertThat(registry.names()).containsExactly("a", "b", "c", "other");
    assertThat(registry.monitor("a").name()).isEqualTo("a");
  }

  @Test
  void aListenerSeesEachMonitorOnce() {
    List<String> seen = new ArrayList<>();
    registry.monitor("before");
    registry.onEach(new Registry.Listener(entry -> seen.add(entry.displayName()), _ -> {}, false));
    registry.monitor("after");
    registry.monitor("before");
    assertThat(seen).containsExactly("before", "after");
  }
}
