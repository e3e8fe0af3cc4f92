package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes at the start close the agent, they do not open it. */
class JolokiaFailClosedTest {
  @ParameterizedTest
  @ValueSource(strings = {"", ",policyLocation=file:/no/such/policy.xml"})
  void without_its_policy_the_agent_denies_everything(String policy) throws Exception {
    String agent =
        "-javaagent:%s=port=0,config=%s%s"
            .formatted(
                WatchedProcess.JOLOKIA,
                WatchedProcess.CONFIG.resolve("jolokia.properties"),
                policy);
    try (WatchedProcess process = WatchedProcess.start(List.of(WatchedProcess.OPEN, agent));
        JolokiaClient jolokia = new JolokiaClient(process.jolokiaUrl())) {
      assertThat(jolokia.get("version")).containsEntry("status", 403L);
      assertThat(jolokia.get("read/pickglass:*")).containsEntry("status", 403L);
    }
  }

  @Test
  void with_both_options_the_agent_uses_the_policy_beside_its_configuration() throws Exception {
    try (WatchedProcess process = WatchedProcess.withJolokia();
        JolokiaClient jolokia = new JolokiaClient(process.jolokiaUrl())) {
      assertThat(jolokia.get("version").get("value").toString())
          .contains(WatchedProcess.CONFIG.resolve("jolokia-access.xml").toString());
    }
  }
}
