package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README tells people to type is what the other tests type. */
class AgentOptionsTest {
  private static final Path DIR = Path.of("DIR");

  @Test
  void the_README_shows_the_options_of_both_agents() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme)
        .contains(AgentOptions.jolokia(Path.of("jolokia-agent.jar"), DIR, 8778))
        .contains(AgentOptions.exporter(Path.of("jmx-exporter.jar"), DIR, 9404));
  }

  @Test
  void the_configuration_shows_them_too() throws Exception {
    assertThat(Files.readString(WatchedProcess.CONFIG.resolve("jmx-exporter.yaml")))
        .contains(AgentOptions.exporter(Path.of("jmx-exporter.jar"), DIR, 9404));
  }
}
