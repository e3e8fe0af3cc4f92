package io.pickglass.repl.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pickglass completion}. */
@Command(
    name = "completion",
    description = {
      "Write a script that lets the shell complete the options and subcommands of pickglass.",
      "  bash, zsh   source <(pickglass completion bash)",
      "  fish        pickglass completion fish > ~/.config/fish/completions/pickglass.fish"
    })
public final class CompletionCommand implements Callable<Integer> {
  /** For which shell. */
  private enum Shell {
    BASH,
    ZSH,
    FISH
  }

  private static final String PROGRAM = "pickglass";

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    System.out.print(shell == Shell.FISH ? fish(program) : AutoComplete.bash(PROGRAM, program));
    return 0;
  }

  private static String fish(CommandLine program) {
    List<String> lines = new ArrayList<>();
    program
        .getSubcommands()
        .forEach((name, command) -> {
          lines.add(
              "complete -c %s -f -n __fish_use_subcommand -a %s -d %s"
                  .formatted(PROGRAM, name, quoted(first(command.getCommandSpec()))));
          options(lines, "'__fish_seen_subcommand_from " + name + "'", command.getCommandSpec());
        });
    options(lines, "__fish_use_subcommand", program.getCommandSpec());
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void options(List<String> lines, String when, CommandSpec command) {
    for (OptionSpec option : command.options()) {
      StringBuilder line = new StringBuilder("complete -c " + PROGRAM + " -n " + when);
      for (String name : option.names()) {
        line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
      }
      line.append(option.arity().max() > 0 ? " -r" : "");
      line.append(" -d ").append(quoted(String.join(" ", option.description())));
      lines.add(line.toString());
    }
  }

  private static String first(CommandSpec command) {
    String[] description = command.usageMessage().description();
    return description.length == 0 ? "" : description[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
