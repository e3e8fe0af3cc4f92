package io.pickglass.repl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as users write them, and as they come out again. */
class ConfigTest {
  @TempDir private Path home;
  @TempDir private Path working;

  private Config load() {
    return ConfigFiles.load(null, home, working);
  }

  private void users(String toml) throws IOException {
    Path directory = Files.createDirectories(home.resolve(".config/pickglass"));
    Files.writeString(directory.resolve("pickglass.toml"), toml);
  }

  private void workings(List<String> lines) throws IOException {
    Files.write(working.resolve("pickglass.toml"), lines);
  }

  @Test
  void withoutAFileAllIsAsItIsByDefault() {
    assertThat(ConfigText.lines(load()))
        .containsExactly(
            "# default_target = \"\"                   # not set: what is connected to when nothing is"
                + " named: a target, or a name of [target]",
            "output = \"text\"                         # default",
            "timeout = \"5s\"                          # default",
            "colours = \"auto\"                        # default",
            "ascii = false                           # default",
            "retain_for = \"6s\"                       # default",
            "# log = \"\"                              # not set: the file in which it is noted what"
                + " goes wrong behind the screen");
  }

  @Test
  void theFileOfTheWorkingDirectoryWinsAndTheCommandLineOverBoth() throws IOException {
    users("timeout = \"7s\"\noutput = \"json\"\nascii = true\n");
    workings(List.of("timeout = \"8s\"", "colours = 256"));
    Config config = load().with("command line", Map.of(List.of("output"), (Object) "text"));
    assertThat(config.get(Key.TIMEOUT)).isEqualTo(new Config.Entry("8s", "./pickglass.toml"));
    assertThat(config.get(Key.COLOURS)).isEqualTo(new Config.Entry("256", "./pickglass.toml"));
    assertThat(config.get(Key.OUTPUT)).isEqualTo(new Config.Entry("text", "command line"));
    assertThat(config.get(Key.ASCII))
        .isEqualTo(new Config.Entry(true, "~/.config/pickglass/pickglass.toml"));
    assertThat(config.get(Key.RETAIN_FOR)).isEqualTo(new Config.Entry("6s", "default"));
  }

  @Test
  void theDirectoryOfTheUserIsWhereXdgSaysIfThatIsAbsolute() throws IOException {
    Path xdg = Files.createDirectories(working.resolve("xdg"));
    Files.createDirectories(xdg.resolve("pickglass"));
    Files.writeString(xdg.resolve("pickglass/pickglass.toml"), "timeout = \"9s\"");
    users("timeout = \"7s\"");
    assertThat(ConfigFiles.load(xdg.toString(), home, working).get(Key.TIMEOUT).text())
        .isEqualTo("9s");
    assertThat(ConfigFiles.load("xdg", home, working).get(Key.TIMEOUT).text()).isEqualTo("7s");
  }

  @Test
  void whatIsPrintedLoadsBackUnchanged() throws IOException {
    users(
        """
        timeout = "1m30s"
        default_target = "prod"
        [alias]
        slow = "monitors --sort p99; warnings"
        "with space" = 'a "quote", a \\\\ and a tab\t'
        [warnings]
        long-poll = "off"
        [target.prod]
        address = "prod:9010"
        user = "ops"
        password = "env:OPS_PASSWORD"
        tls = true
        [target."a.b"]
        address = "https://h/jolokia"
        any_host = false
        """);
    workings(List.of("output = \"json\"", "[alias]", "m = \"monitors\""));
    List<String> printed = ConfigText.lines(load());
    workings(printed);
    assertThat(ConfigText.lines(load())).isEqualTo(printed);
    assertThat(printed)
        .contains(
            "output = \"json\"                         # ./pickglass.toml", "[target.\"a.b\"]")
        .anyMatch(line -> line.startsWith("password = \"env:OPS_PASSWORD\" "))
        .anyMatch(
            line -> line.startsWith("\"with space\" = \"a \\\"quote\\\", a \\\\\\\\ and a tab"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "timout = \"5s\"           | x.toml has the unknown key `timout`",
        "[target.p]\\naddres = \"a\" | x.toml has the unknown key `target.p.addres`",
        "[colour]\\nx = 1         | x.toml has the unknown key `colour`",
        "ascii = \"yes\"           | x.toml: `ascii`: give true or false",
        "timeout = true          | x.toml: `timeout`: give a text in quotes",
        "alias = \"x\"             | x.toml: `alias`: give a table, [alias]",
        "target.p = \"x\"          | x.toml: `target.p`: give a table, [target.p]",
        "[target.p]\\nuser = \"a\" | x.toml: `target.p`: give it an address",
        "[target.p]\\naddress = \"a\"\\npassword = \"hunter2\" | x.toml: `target.p.password`: give env:NAME, file:PATH or ask, never the password itself",
        "default_target = \"http://me:hunter2@h/\" | x.toml: `default_target`: give the address without a password, and user and password in [target.NAME]",
        "timeout = 5s            | x.toml is not TOML at line 1: write such as `timeout = \"5s\"`, text in quotes, each key once",
        "[target.p]\\naddress = \"a\"\\npassword = hunter2 | x.toml is not TOML at line 3: write such as `timeout = \"5s\"`, text in quotes, each key once",
      })
  void aMistakeNamesFileAndKeyAndNeverASecret(String toml, String sentence) {
    assertThatThrownBy(() -> ConfigFile.parse(toml.replace("\\n", "\n"), "x.toml"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(sentence.replace("''", "`"));
  }

  @Test
  void theExampleOfThePageLoads() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "console.md"));
    int from = page.indexOf("```toml") + "```toml".length();
    String example = page.substring(from, page.indexOf("```", from));
    assertThat(ConfigFile.parse(example, "docs/console.md"))
        .containsEntry(List.of("default_target"), "prod")
        .containsEntry(List.of("target", "prod", "password"), "env:OPS_PASSWORD")
        .satisfies(values ->
            assertThat(values.keySet())
                .containsAll(
                    Arrays.stream(Key.values()).map(key -> List.of(key.label())).toList()));
  }

  /** What {@link ConfigFuzz} asks of any file, of pieces that mean something. */
  @Test
  void noFileCrashesTheReaderAndWhatIsPrintedLoadsBack() {
    String[] pieces = {
      "timeout = \"5s\"\n",
      "ascii = true\n",
      "output = ",
      "\"json\"\n",
      "[alias]\n",
      "\"a b\" = ",
      "\"\\u0007 \\\"#\"\n",
      "[target.p]\naddress = \"h:1\"\n",
      "[target.\"a.b\"]\n",
      "password = \"env:X\"\n",
      "[warnings]\nlong-poll = \"off\"\n",
      "= ",
      "[",
      "'",
      "\"\"\"",
      "1e999\n",
      "-",
      "{",
      "\0",
      "\ud83d",
      "#\n"
    };
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        new ConfigFuzz().files(text.toString().getBytes(StandardCharsets.UTF_8));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ":\n" + text, e);
      }
    }
  }
}
