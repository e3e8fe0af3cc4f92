package io.pickglass.repl;

import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.ExitCode;
import io.pickglass.repl.command.Secrets;
import io.pickglass.repl.command.UsageErrors;
import io.pickglass.repl.run.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program as its command line says it. */
final class Program {
  private Program() {}

  /** Runs with these arguments and gives the exit code. */
  static int run(String... args) {
    CommandLine program = new CommandLine(new PickglassCommand());
    Subcommands.addTo(program);
    program.setCaseInsensitiveEnumValuesAllowed(true);
    program.setExpandAtFiles(false);
    program.setAllowSubcommandsAsOptionParameters(true); // -e config
    program.setParameterExceptionHandler((failure, _) -> misused(failure));
    program.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    return program.execute(args);
  }

  private static int misused(ParameterException failure) {
    String sentence =
        failure.getCause() instanceof CommandFailure own
            ? String.valueOf(own.getMessage())
            : UsageErrors.sentence(failure, helpOn(failure.getCommandLine()));
    System.err.println(Secrets.hidden(sentence));
    return ExitCode.USAGE;
  }

  private static String helpOn(CommandLine command) {
    return "`" + command.getCommandSpec().qualifiedName() + " --help` explains it";
  }

  private static int failed(Exception failure) throws Exception {
    if (failure instanceof CommandFailure known) {
      System.err.println(Secrets.hidden(String.valueOf(known.getMessage())));
      return known.exitCode();
    }
    throw failure;
  }
}
