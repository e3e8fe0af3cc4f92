package io.pickglass.repl.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli finds wrong, as one sentence that says what to do. */
public final class UsageErrors {
  private UsageErrors() {}

  /**
   * The sentence.
   *
   * @param help its end: where to read more
   */
  public static String sentence(ParameterException failure, String help) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandName();
    return switch (failure) {
      case UnmatchedArgumentException e when e.isUnknownOption() -> {
        String option = e.getUnmatched().getFirst();
        Set<String> options = command.getCommandSpec().optionsMap().keySet();
        yield "`%s` has no option `%s`: %s%s"
            .formatted(name, option, Nearest.question(option, options), help);
      }
      case UnmatchedArgumentException e ->
          "`%s` does not take the argument `%s`: %s"
              .formatted(name, e.getUnmatched().getFirst(), help);
      case MissingParameterException e ->
          "`%s` needs %s: %s".formatted(name, labels(e.getMissing()), help);
      default -> "`%s`: %s: %s".formatted(name, decapitalized(failure), help);
    };
  }

  private static String labels(List<ArgSpec> missing) {
    return missing.stream()
        .map(ArgSpec::paramLabel)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String decapitalized(ParameterException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return message.isEmpty()
        ? "cannot be understood"
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
