package io.pickglass.repl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code pickglass completion SHELL} writes, as the shells take it. */
@Timeout(120)
class CompletionScriptTest {
  @TempDir private Path directory;

  private Path script(String shell) throws IOException {
    Result result = Child.pickglass("completion", shell);
    assertThat(result.code()).as(result.err()).isZero();
    return Files.writeString(directory.resolve("pickglass." + shell), result.out());
  }

  @ParameterizedTest
  @CsvSource({
    "pickglass att, attach",
    "pickglass det, detach",
    "pickglass jvms --pro, --probe",
    "pickglass --out, --output",
    "pickglass completion f, fish",
  })
  void bashCompletesCommandsAndTheirOptions(String typed, String expected) throws IOException {
    String line =
        "compopt() { :; }; source %s; COMP_WORDS=(%s); COMP_CWORD=%d; %s; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script("bash"), typed, typed.split(" ").length - 1, "_complete_pickglass");
    Result result = Child.run("", List.of("bash", "-c", line));
    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).anyMatch(word -> word.strip().startsWith(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zsh", "fish"})
  void otherShellsReadTheirScripts(String shell) throws IOException {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, shell))),
        shell + " is not on the PATH");
    Result result = Child.run("", List.of(shell, "-n", script(shell).toString()));
    assertThat(result.code()).as(result.err()).isZero();
  }

  @Test
  void fishGetsALineForEachCommandAndOption() {
    CommandSpec start = CommandSpec.create();
    start.usageMessage().description("Start Bob's thing.");
    start.addOption(
        OptionSpec.builder("-m", "--mode")
            .type(String.class)
            .completionCandidates(List.of("fast", "slow"))
            .description("How 100%% of it goes.")
            .build());
    start.addOption(OptionSpec.builder("--file").type(Path.class).build());
    CommandSpec program = CommandSpec.create().name("prog");
    program.addOption(OptionSpec.builder("--ascii").description("Plain.").build());
    program.addSubcommand("start", start);
    assertThat(FishCompletion.of(new CommandLine(program)))
        .isEqualTo(
            """
            complete -c prog -n __fish_use_subcommand -a start -d 'Start Bob\\'s thing.'
            complete -c prog -n __fish_use_subcommand -l ascii -d 'Plain.'
            complete -c prog -n '__fish_seen_subcommand_from start' -s m -l mode -x -a 'fast slow' -d 'How 100% of it goes.'
            complete -c prog -n '__fish_seen_subcommand_from start' -l file -r
            """);
  }

  @Test
  void fishHasEverySubcommandOfTheProgram() throws IOException {
    List<String> lines = Files.readAllLines(script("fish"));
    for (String command :
        List.of("run", "demo", "bench", "completion", "jvms", "attach", "detach", "config")) {
      assertThat(lines).anyMatch(line -> line.contains("-a " + command + " -d '"));
    }
    assertThat(lines)
        .allMatch(line -> line.startsWith("complete -c pickglass -n "))
        .anyMatch(line -> line.contains("from completion") && line.contains("'bash zsh fish'"));
  }

  @Test
  void anotherShellIsRefusedWithThoseThatAreKnown() {
    Result result = Child.pickglass("completion", "tcsh");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("tcsh").containsIgnoringCase("[bash, zsh, fish]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "run", "demo", "completion", "jvms", "attach", "detach", "config", "help"})
  void eachCommandExplainsItself(String command) {
    for (String option : List.of("-h", "--help")) {
      Result result =
          command.isEmpty() ? Child.pickglass(option) : Child.pickglass(command, option);
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).startsWith(("Usage: pickglass " + command).stripTrailing());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void theVersionIsOneLine(String option) {
    assertThat(Child.pickglass(option).out()).matches("pickglass \\S.*\\R");
  }
}
