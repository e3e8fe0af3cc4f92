package io.pickglass.repl.command;

import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Line;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.ParameterException;

/** The table of all commands: what is in it is parsed, completed and explained. */
public final class Commands {
  private static final Set<String> FINDS_ITS_TARGET =
      Set.of("connect", "replay", "attach", "detach", "use");

  private final Session session;
  private final CommandTable table;

  /** For a session. */
  public Commands(Session session) {
    this.session = session;
    this.table = new CommandTable(session, this);
  }

  /** In the order of the help. */
  public List<CommandLine> all() {
    return names().stream().map(this::find).toList();
  }

  /** The names, without aliases. */
  public List<String> names() {
    return table.names();
  }

  /** Whether a line may begin with that word. */
  public boolean isKnown(String word) {
    return table.has(word) || aliases().all().containsKey(word);
  }

  /**
   * The command of that name or alias.
   *
   * @throws CommandFailure where there is none
   */
  public CommandLine find(String name) {
    return table
        .find(name)
        .orElseThrow(() ->
            CommandFailure.usage(
                "unknown command `%s`: %s`help` lists all"
                    .formatted(name, Nearest.question(name, names()))));
  }

  /**
   * Runs one command. What goes wrong is written to the session's output.
   *
   * @return one of {@link ExitCode}
   */
  public int run(List<String> words) {
    String name = words.getFirst();
    return run(
        name,
        () -> {
          CommandLine command = find(name);
          forgetGroups(command);
          command.parseArgs(arguments(words));
          if (command.isUsageHelpRequested()) {
            session.print(usage(command));
          } else {
            ((ReplCommand) command.getCommand()).run();
          }
        });
  }

  /** Picocli does that with single options only: a group would hold for the commands to come. */
  private static void forgetGroups(CommandLine command) {
    for (ArgGroupSpec group : command.getCommandSpec().argGroups()) {
      try {
        group.setter().set(null);
      } catch (Exception e) {
        throw new IllegalStateException("a group of options cannot be forgotten", e);
      }
    }
  }

  /** Runs a command whose arguments have been read. */
  public int runParsed(CommandLine command) {
    return run(command.getCommandName(), ((ReplCommand) command.getCommand())::run);
  }

  private int run(String name, Runnable command) {
    boolean asksPresentTarget = !FINDS_ITS_TARGET.contains(name);
    try {
      command.run();
      return ExitCode.OK;
    } catch (ParameterException e) {
      // A converter's own sentence is better than what is wrapped around it.
      String sentence =
          e.getCause() instanceof CommandFailure failure
              ? String.valueOf(failure.getMessage())
              : UsageErrors.sentence(e, "`help " + name + "` explains it");
      return fail(ExitCode.USAGE, sentence);
    } catch (CommandFailure e) {
      return fail(e.exitCode(), String.valueOf(e.getMessage()));
    } catch (TargetException e) {
      return failed(e, asksPresentTarget);
    } catch (StoppedException e) {
      return fail(ExitCode.FAILED, "stopped");
    } catch (RuntimeException e) {
      // The console stays; what happened is for whoever mends it.
      return fail(ExitCode.FAILED, "`" + name + "` failed by a fault of its own: " + e);
    }
  }

  private static String[] arguments(List<String> words) {
    return words.stream().skip(1).map(Span::protect).toArray(String[]::new);
  }

  /** Connects as {@code connect} does, but says only what must be known. */
  public int connectQuietly(String target, AccessOptions access) {
    return run("connect", () -> connect(target, access, true));
  }

  /** Connects as {@code connect} does. */
  public int connect(String target, AccessOptions access) {
    return run("connect", () -> connect(target, access, false));
  }

  private void connect(String target, AccessOptions access, boolean quiet) {
    if (target.matches("[a-z]+") && table.has(target)) {
      throw CommandFailure.usage(
          "`%s` is a command of the console, not a target: `pickglass -e '%s'` runs it"
              .formatted(target, target));
    }
    ConnectCommand.connect(session, target, access, Optional.empty(), quiet);
  }

  /** The names that the user has given to commands. */
  Aliases aliases() {
    return session.aliases();
  }

  /** The help of one command. */
  public List<Line> usage(CommandLine command) {
    command.setUsageHelpWidth(Math.clamp(session.output().width(), 60, 100));
    return command.getUsageMessage(Ansi.OFF).stripTrailing().lines().map(Line::plain).toList();
  }

  private int failed(TargetException failure, boolean asksPresentTarget) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case BAD_ADDRESS -> fail(ExitCode.USAGE, message);
      case BAD_QUESTION, TOO_OLD -> fail(ExitCode.FAILED, message);
      case NO_SUCH_MONITOR -> fail(ExitCode.FAILED, missing(message, Subject.MONITOR));
      case NO_SUCH_RUNTIME -> fail(ExitCode.FAILED, missing(message, Subject.RUNTIME));
      case REFUSED, NO_PICKGLASS -> fail(ExitCode.UNREACHABLE, message);
      case UNREACHABLE -> {
        if (asksPresentTarget) {
          session.lose();
        }
        yield fail(ExitCode.UNREACHABLE, message);
      }
    };
  }

  private String missing(String name, Subject subject) {
    session.known().refreshNames();
    return Missing.sentence(session, session.known().names(), name, subject);
  }

  private int fail(int exitCode, String sentence) {
    session.output().error(sentence);
    return exitCode;
  }
}
