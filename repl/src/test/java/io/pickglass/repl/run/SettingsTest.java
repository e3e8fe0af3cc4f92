package io.pickglass.repl.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import io.pickglass.repl.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program with files of settings. */
@Timeout(120)
class SettingsTest {
  @TempDir private Path users;
  @TempDir private Path working;

  /** In the working directory, with the user's own file in another. */
  private Result pickglass(String... arguments) {
    List<String> command = new ArrayList<>(Child.command());
    command.addAll(Arrays.asList(arguments));
    // The class path is relative to where the tests run.
    String absolute =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(path -> Path.of(path).toAbsolutePath().toString())
            .collect(Collectors.joining(java.io.File.pathSeparator));
    command.set(command.indexOf("-cp") + 1, absolute);
    List<String> shell =
        new ArrayList<>(
            List.of("env", "-C", working.toString(), "XDG_CONFIG_HOME=" + users, "OPS=hunter2"));
    shell.addAll(command);
    return Child.run("", shell);
  }

  private void users(String toml) throws IOException {
    Files.writeString(
        Files.createDirectories(users.resolve("pickglass")).resolve("pickglass.toml"), toml);
  }

  private void workings(String toml) throws IOException {
    Files.writeString(working.resolve("pickglass.toml"), toml);
  }

  @Test
  void whatConfigPrintsGivesItselfBackUnchanged() throws IOException {
    users("timeout = \"7s\"\n[alias]\nx = \"targets; help\"\n[warnings]\npinned = \"off\"\n");
    workings(
        "ascii = true\n[target.t]\naddress = \"h:1\"\nuser = \"me\"\npassword = \"env:OPS\"\n");
    Result first = pickglass("config");
    assertThat(first).returns(0, Result::code).returns("", Result::err);
    assertThat(first.lines())
        .contains(
            "timeout = \"7s\"                          # " + users + "/pickglass/pickglass.toml",
            "ascii = true                            # ./pickglass.toml",
            "password = \"env:OPS\"                    # ./pickglass.toml");
    assertThat(first.out()).doesNotContain("hunter2");
    workings(first.out());
    assertThat(pickglass("config")).isEqualTo(first);
    assertThat(pickglass("-e", "config")).isEqualTo(first);
    assertThat(pickglass("config", "--timeout", "9s").lines())
        .contains("timeout = \"9s\"                          # command line");
  }

  @Test
  void aMistakeIsOneSentenceAndCodeTwo() throws IOException {
    workings("outptu = \"json\"\n");
    assertThat(pickglass("-e", "help"))
        .isEqualTo(
            new Result(
                2,
                "",
                "./pickglass.toml has the unknown key `outptu`: did you mean `output`? there are"
                    + " default_target, output, timeout, colours, ascii, retain_for, log, alias, warnings,"
                    + " target"));
    workings("timeout = \"soon\"\n");
    assertThat(pickglass("config"))
        .returns(2, Result::code)
        .returns(
            "./pickglass.toml: `timeout`: `soon` is no duration: give one such as 500ms, 5s or 1m30s",
            Result::err);
    for (String toml :
        List.of(
            "colours = \"pink\"",
            "retain_for = \"long\"",
            "[alias]\nmonitors = \"quit\"",
            "[warnings]\npinned = \"loud\"",
            "output = \"xml\"")) {
      workings(toml + "\n");
      assertThat(pickglass("config").code()).as(toml).isEqualTo(2);
      assertThat(pickglass("-e", "help").err()).as(toml).startsWith("./pickglass.toml: `");
    }
  }

  @Test
  void theUsualTargetItsNameAndAliasesAreUsed() throws IOException {
    try (Watched watched = Watched.start()) {
      users(
          """
          default_target = "here"
          output = "json"
          [alias]
          spec = "get Runtime SpecVersion; get Runtime"
          [target.here]
          address = "%s"
          """
              .formatted(watched.hostAndPort()));
      Result result = pickglass("-e", "spec SpecName");
      assertThat(result).returns(0, Result::code).returns("", Result::err);
      assertThat(result.lines())
          .containsExactly(
              "{\"mbean\":\"java.lang:type=Runtime\",\"attributes\":{\"SpecVersion\":\"25\"}}",
              "{\"mbean\":\"java.lang:type=Runtime\",\"attributes\":{\"SpecName\":\"Java Virtual"
                  + " Machine Specification\"}}");
      assertThat(pickglass("-e", "get Runtime SpecVersion", "--output", "text", "here").out())
          .isEqualTo("25\n");
    }
  }

  @Test
  void aPasswordOnTheCommandLineIsRefusedAndOneInAnAddressIsNotRepeated() {
    Result option = pickglass("-e", "info", "--user", "me", "--password", "hunter2", "127.0.0.1:1");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("give env:NAME, file:PATH or ask").doesNotContain("hunter2");
    for (String address :
        List.of(
            "http://me:hunter2@127.0.0.1:1/jolokia",
            "http://me:hunter2@no host/",
            "http://me:hunter2@")) {
      Result result = pickglass("-e", "connect " + address + "; monitors");
      assertThat(result.code()).as(address).isNotZero();
      assertThat(result.out() + result.err()).as(address).doesNotContain("hunter2");
    }
    Result nobody = pickglass("-e", "info", "--user", "me", "127.0.0.1:1");
    assertThat(nobody.err())
        .isEqualTo(
            "password of me at 127.0.0.1:1 cannot be asked for without a terminal: give env:NAME or"
                + " file:PATH");
  }
}
