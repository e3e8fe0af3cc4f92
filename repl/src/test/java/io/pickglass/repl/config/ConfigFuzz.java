package io.pickglass.repl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is a configuration or refused, and what is printed of it loads back unchanged. */
class ConfigFuzz {
  @FuzzTest(maxDuration = "1m")
  void files(byte[] data) {
    Config config;
    try {
      config = load(new String(data, StandardCharsets.UTF_8));
    } catch (ConfigException e) {
      assertThat(e).hasMessageContaining("x.toml");
      return;
    }
    List<String> printed = ConfigText.lines(config);
    assertThat(ConfigText.lines(load(String.join("\n", printed)))).hasSameSizeAs(printed);
  }

  private static Config load(String text) {
    return Config.NONE.with("x.toml", ConfigFile.parse(text, "x.toml"));
  }
}
