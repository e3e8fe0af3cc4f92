package io.pickglass.repl.run;

import io.pickglass.repl.command.DurationConverter;
import io.pickglass.repl.command.OutputFormat;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.target.Timeouts;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of everything that asks a target and answers. */
final class AnswerOptions {
  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "text (the default), or json: one JSON object per line.")
  OutputFormat output = OutputFormat.TEXT;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long a target may take to answer, e.g. 10s (the default is 5s).")
  private Duration timeout = Timeouts.DEFAULT;

  void applyTo(Session session) {
    session.format(output);
    session.timeout(timeout);
  }
}
