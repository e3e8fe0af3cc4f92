package io.pickglass.repl.run;

import io.pickglass.repl.command.CommandFailure;
import io.pickglass.repl.command.Commands;
import io.pickglass.repl.command.ReplCommand;
import io.pickglass.repl.command.Session;
import io.pickglass.repl.command.StreamOutput;
import io.pickglass.repl.terminal.FullScreen;
import io.pickglass.repl.terminal.ScreenWidth;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Commands of the console that are subcommands of the program, too: {@code pickglass attach 4711}.
 * They are the same objects; the session ends with the one command.
 */
public final class Subcommands {
  private static final List<String> NAMES =
      List.of("jvms", "attach", "detach", "config", "top", "help");

  private final AnswerOptions answers = new AnswerOptions();

  private Subcommands() {}

  /** Adds them to the program. */
  public static void addTo(CommandLine program) {
    new Subcommands().add(program);
  }

  private void add(CommandLine program) {
    Session session = new Session(new StreamOutput(System.out, System.err, ScreenWidth.UNLIMITED));
    Commands commands = new Commands(session);
    for (String name : NAMES) {
      CommandLine command = commands.find(name);
      command.addMixin("answers", answers);
      program.addSubcommand(command);
    }
    program.setExecutionStrategy(parsed -> {
      CommandLine command = last(parsed);
      return command.getCommand() instanceof ReplCommand
          ? run(session, commands, parsed, command)
          : new RunLast().execute(parsed);
    });
  }

  private int run(Session session, Commands commands, ParseResult parsed, CommandLine command) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    try (session) {
      answers.applyTo(session);
      DefaultTarget.setFor(session);
      if (ScreenWidth.isTerminal()) {
        session.screen(() -> FullScreen.ofThisProcess(session.config()));
      }
      return commands.runParsed(command);
    } catch (CommandFailure e) {
      session.output().error(String.valueOf(e.getMessage()));
      return e.exitCode();
    }
  }

  private static CommandLine last(ParseResult parsed) {
    List<CommandLine> all = parsed.asCommandLineList();
    return all.getLast();
  }
}
