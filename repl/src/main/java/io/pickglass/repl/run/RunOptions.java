package io.pickglass.repl.run;

import io.pickglass.repl.command.DurationConverter;
import io.pickglass.repl.command.OutputFormat;
import io.pickglass.repl.target.Timeouts;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that {@code pickglass} and its subcommands share. */
public final class RunOptions {
  @Option(
      names = {"-e", "--execute"},
      paramLabel = "COMMANDS",
      description = "Run these commands, separated by `;`, and end. The first that fails ends all.")
  @Nullable String execute;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "SCRIPT",
      description = "Run the commands in this file, one or more on a line, and end.")
  @Nullable Path file;

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
  Duration timeout = Timeouts.DEFAULT;

  /** Whether the commands come from somewhere else than a person. */
  public boolean isScripted() {
    return execute != null || file != null;
  }

  /** Whether the answers are for a program. */
  public boolean isJson() {
    return output == OutputFormat.JSON;
  }
}
