package io.pickglass.repl.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CompletionCommandTest {
  @TempDir private Path directory;

  @Test
  void bashCompletesSubcommandsAndOptionsWithWhatItWrites() throws IOException {
    Path script = directory.resolve("pickglass.bash");
    Files.writeString(script, Child.pickglass("completion", "bash").out());
    Child.Result result =
        Child.run(
            "",
            List.of(
                "bash",
                "-c",
                """
                compopt() { :; } # only where a person types
                source '%s'
                COMP_WORDS=(pickglass to) COMP_CWORD=1
                _complete_pickglass; echo "${COMPREPLY[@]}"
                COMP_WORDS=(pickglass top --col) COMP_CWORD=2
                _complete_pickglass; echo "${COMPREPLY[@]}"
                """
                    .formatted(script)));
    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).containsExactly("top", "--colours");
  }

  @Test
  void fishIsToldEachSubcommandAndItsOptions() {
    assertThat(Child.pickglass("completion", "fish").lines())
        .contains(
            "complete -c pickglass -f -n __fish_use_subcommand -a demo -d 'Start a small service"
                + " under load, watched by Pickglass, and look at it.'",
            "complete -c pickglass -n '__fish_seen_subcommand_from demo' -l rate -r -d 'Requests"
                + " per second (default 100).'",
            "complete -c pickglass -n __fish_use_subcommand -s h -l help -d 'Show this help.'")
        .allMatch(line -> line.startsWith("complete -c pickglass "));
  }

  @Test
  void aShellThatIsNoneIsSaid() {
    Child.Result result = Child.pickglass("completion", "tcsh");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("tcsh").contains("BASH, ZSH, FISH");
  }
}
