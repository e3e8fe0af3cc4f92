package io.pickglass.repl.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script with which fish completes a program, from what picocli knows of that. */
final class FishCompletion {
  private final String name;
  private final List<String> lines = new ArrayList<>();

  private FishCompletion(String name) {
    this.name = name;
  }

  static String of(CommandLine program) {
    FishCompletion script = new FishCompletion(program.getCommandName());
    String first = "__fish_use_subcommand";
    program
        .getSubcommands()
        .forEach((word, command) -> {
          String does = description(command.getCommandSpec().usageMessage().description());
          script.line("-n %s -a %s%s".formatted(first, word, does));
        });
    script.options(first, program.getCommandSpec());
    program
        .getSubcommands()
        .forEach((word, command) -> {
          String seen = quoted("__fish_seen_subcommand_from " + word);
          script.options(seen, command.getCommandSpec());
          command.getCommandSpec().positionalParameters().stream()
              .map(FishCompletion::candidates)
              .filter(words -> !words.isEmpty())
              .forEach(words -> script.line("-n " + seen + " -a " + quoted(words)));
        });
    return script.lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void options(String when, CommandSpec command) {
    for (OptionSpec option : command.options()) {
      if (option.hidden()) {
        continue;
      }
      StringBuilder line = new StringBuilder("-n ").append(when);
      for (String each : option.names()) {
        line.append(
            each.startsWith("--") ? " -l " + each.substring(2) : " -s " + each.substring(1));
      }
      if (option.arity().max() > 0) {
        String words = candidates(option);
        // Without words of its own it is a file, for all we know.
        line.append(words.isEmpty() ? " -r" : " -x -a " + quoted(words));
      }
      line(line.append(description(option.description())).toString());
    }
  }

  private void line(String rest) {
    lines.add("complete -c " + name + " " + rest);
  }

  private static String candidates(ArgSpec arg) {
    @Nullable Iterable<String> words = arg.completionCandidates();
    return words == null
        ? ""
        : StreamSupport.stream(words.spliterator(), false).collect(Collectors.joining(" "));
  }

  private static String description(String[] sentences) {
    return sentences.length == 0 ? "" : " -d " + quoted(sentences[0].replace("%%", "%"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
