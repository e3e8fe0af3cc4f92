package io.pickglass.repl.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin AnswerOptions answers = new AnswerOptions();

  /** Whether the commands come from somewhere else than a person. */
  public boolean isScripted() {
    return execute != null || file != null;
  }
}
