package io.pickglass.repl.run;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pickglass completion}: what a shell needs to complete our command line. */
@Command(
    name = "completion",
    description = "Write the script with which a shell completes this command line.",
    footer = {
      "",
      "Examples:",
      "  source <(pickglass completion bash)        in ~/.bashrc",
      "  source <(pickglass completion zsh)         in ~/.zshrc, after compinit",
      "  pickglass completion fish > ~/.config/fish/completions/pickglass.fish"
    })
public final class CompletionCommand implements Callable<Integer> {
  /** Shells that we know. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    String name = spec.root().name();
    switch (shell) {
      // The script for bash asks zsh to behave like bash where it is zsh that reads it.
      case BASH, ZSH -> System.out.print(AutoComplete.bash(name, program));
      case FISH -> System.out.print(FishCompletion.of(program));
    }
    return 0;
  }
}
