package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The table of docs/console.md is the table of commands. */
class ConsolePageTest {
  @Test
  void thePageHasARowForEachCommandAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "console.md")).stream()
            .dropWhile(line -> !line.startsWith("| command |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    List<String> wanted =
        new Console().commands().all().stream().map(ConsolePageTest::row).toList();
    assertThat(rows)
        .as("put these into docs/console.md:\n" + String.join("\n", wanted))
        .isEqualTo(wanted);
  }

  private static String row(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String parameters =
        spec.positionalParameters().stream()
            .map(ConsolePageTest::parameter)
            .collect(Collectors.joining());
    String sentence = String.format(spec.usageMessage().description()[0]);
    return "| `%s%s` | %s |"
        .formatted(spec.name(), parameters.replace("|", "\\|"), sentence.replace("|", "\\|"));
  }

  private static String parameter(PositionalParamSpec parameter) {
    String many = parameter.arity().max() > 1 || parameter.index().max() > 100 ? "…" : "";
    return parameter.arity().min() == 0
        ? " [" + parameter.paramLabel() + many + "]"
        : " " + parameter.paramLabel() + many;
  }
}
