package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus's own tool; tests that need it are skipped where it is missing. */
final class Promtool {
  private Promtool() {}

  /** What it says of the input; it must be content. */
  static String run(Path input, String... arguments) throws Exception {
    assumeTrue(find().isPresent(), "promtool is not on the PATH");
    List<String> command = new ArrayList<>(List.of(find().orElseThrow().toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectInput(input.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(Await.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /** A test of what an expression gives when series rose from 0 to these values in a minute. */
  static String test(Map<String, Double> samples, String expression, int expected) {
    StringBuilder yaml = new StringBuilder("tests:\n  - interval: 15s\n    input_series:\n");
    samples.forEach((series, value) ->
        yaml.append("      - {series: '%s', values: '0 0 0 0 %s'}\n".formatted(series, value)));
    return yaml.append(
            """
                promql_expr_test:
                  - expr: "%s"
                    eval_time: 1m
                    exp_samples: [{value: %d}]
            """
                .formatted(expression, expected))
        .toString();
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
