package io.pickglass.repl.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may stand where the cursor is, from the definitions of the commands. */
public final class Completion {
  private final Commands commands;

  /**
   * A word that may stand there.
   *
   * @param value the word
   * @param description what it is, or an empty string
   */
  public record Candidate(String value, String description) {}

  /** For these commands. */
  public Completion(Commands commands) {
    this.commands = commands;
  }

  /** All words that may stand at the end of this line; those that do not fit are still in it. */
  public List<Candidate> at(String untilCursor) {
    List<String> words = Words.beingTyped(untilCursor);
    if (words.size() == 1) {
      List<Candidate> first = new ArrayList<>();
      commands.all().forEach(command -> first.add(candidate(command)));
      commands
          .aliases()
          .all()
          .forEach((name, meaning) -> first.add(new Candidate(name, "alias of " + meaning)));
      return first;
    }
    CommandLine command;
    try {
      command = commands.find(words.getFirst());
    } catch (CommandFailure e) {
      return List.of();
    }
    return arguments(command.getCommandSpec(), words.subList(1, words.size()));
  }

  private static List<Candidate> arguments(CommandSpec spec, List<String> words) {
    String typed = words.getLast();
    int position = 0;
    OptionSpec open = null;
    List<String> before = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      if (open != null) {
        open = null;
      } else if (word.startsWith("--") || spec.optionsMap().containsKey(word)) {
        OptionSpec option = spec.optionsMap().get(word);
        open = option != null && option.arity().max() > 0 ? option : null;
      } else {
        position++;
        before.add(word);
      }
    }
    if (open != null) {
      return values(open, before, typed);
    }
    if (typed.startsWith("-")) {
      return options(spec);
    }
    PositionalParamSpec parameter = parameter(spec, position);
    List<Candidate> values = parameter == null ? List.of() : values(parameter, before, typed);
    return values.isEmpty() && typed.isEmpty() ? options(spec) : values;
  }

  private static @Nullable PositionalParamSpec parameter(CommandSpec spec, int position) {
    return spec.positionalParameters().stream()
        .filter(parameter -> parameter.index().contains(position))
        .findFirst()
        .orElse(null);
  }

  private static List<Candidate> values(ArgSpec arg, List<String> before, String typed) {
    List<Candidate> values = new ArrayList<>();
    // In a list, what stands before the last comma is done.
    String done = arg.splitRegex().isEmpty() ? "" : typed.substring(0, typed.lastIndexOf(',') + 1);
    Iterable<String> candidates = arg.completionCandidates();
    if (candidates != null) {
      Iterable<String> fitting =
          candidates instanceof AfterWords afterWords ? afterWords.after(before) : candidates;
      fitting.forEach(value -> values.add(new Candidate(done + value, "")));
    }
    return values;
  }

  private static List<Candidate> options(CommandSpec spec) {
    return spec.options().stream()
        .map(option -> new Candidate(option.longestName(), first(option.description())))
        .toList();
  }

  private static Candidate candidate(CommandLine command) {
    return new Candidate(
        command.getCommandName(), first(command.getCommandSpec().usageMessage().description()));
  }

  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0];
  }
}
