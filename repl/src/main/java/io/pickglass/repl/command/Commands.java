package io.pickglass.repl.command;

import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.StoppedException;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.view.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.ParameterException;

/** The table of all commands: what is in it is parsed, completed and explained. */
public final class Commands {
  private static final Set<String> FINDS_ITS_TARGET =
      Set.of("connect", "replay", "attach", "detach", "use");

  private static final Map<Class<?>, Function<Session, ?>> OF_SESSION =
      Map.ofEntries(
          Map.entry(NameCandidates.class, NameCandidates::new),
          Map.entry(WorkersCommand.Candidates.class, WorkersCommand.Candidates::new),
          Map.entry(TasksCommand.MonitorNames.class, TasksCommand.MonitorNames::new),
          Map.entry(TaskCommand.Ids.class, TaskCommand.Ids::new),
          Map.entry(ResourceCommand.Ids.class, ResourceCommand.Ids::new),
          Map.entry(SetCommand.Names.class, SetCommand.Names::new),
          Map.entry(SetCommand.Values.class, SetCommand.Values::new),
          Map.entry(OpenNames.class, OpenNames::new),
          Map.entry(AliasCommand.Names.class, AliasCommand.Names::new),
          Map.entry(BeanCandidates.Beans.class, BeanCandidates.Beans::new),
          Map.entry(BeanCandidates.Readable.class, BeanCandidates.Readable::new),
          Map.entry(BeanCandidates.Operations.class, BeanCandidates.Operations::new));

  private final Session session;
  private final Map<String, CommandLine> byName = new LinkedHashMap<>();
  private final List<CommandLine> all = new ArrayList<>();

  /** For a session. */
  public Commands(Session session) {
    this.session = session;
    List.of(
            new JvmsCommand(session),
            new ConnectCommand(session),
            new DisconnectCommand(session),
            new UseCommand(session),
            new TargetsCommand(session),
            new AttachCommand(session),
            new DetachCommand(session),
            new InfoCommand(session),
            new MonitorsCommand(session),
            new RuntimesCommand(session),
            new WorkersCommand(session),
            new TasksCommand(session),
            new TaskCommand(session),
            new ResourcesCommand(session),
            new ResourceCommand(session),
            new WaitsCommand(session),
            new DeadlocksCommand(session),
            new ContentionCommand(session),
            new ExplainCommand(session),
            new WarningsCommand(session),
            new TopCommand(session),
            new ShowCommand(session),
            new TailCommand(session),
            new DiffCommand(session),
            new BaselineCommand(session),
            new PlotCommand(session),
            new HistCommand(session),
            new ExportCommand(session, this),
            new AssertCommand(session),
            new WatchCommand(session, this),
            new RecordCommand(session),
            new ReplayCommand(session),
            new AtCommand(session),
            new MbeansCommand(session),
            new DescribeCommand(session),
            new GetCommand(session),
            new SetCommand(session),
            new InvokeCommand(session),
            new JShellCommand(session, this),
            new ConfigCommand(session),
            new AliasCommand(session, this),
            new HistoryCommand(session),
            new HelpCommand(session, this),
            new QuitCommand(session))
        .forEach(this::add);
  }

  private void add(ReplCommand command) {
    CommandLine line = new CommandLine(command, new Factory());
    line.setExpandAtFiles(false);
    if (command instanceof TakesFreeText) {
      line.setStopAtPositional(true);
      line.setUnmatchedOptionsArePositionalParams(true);
    }
    all.add(line);
    byName.put(line.getCommandName(), line);
    for (String alias : line.getCommandSpec().aliases()) {
      byName.put(alias, line);
    }
  }

  /** In the order of the help. */
  public List<CommandLine> all() {
    return all;
  }

  /** The names, without aliases. */
  public List<String> names() {
    return all.stream().map(CommandLine::getCommandName).toList();
  }

  /** Whether a line may begin with that word. */
  public boolean isKnown(String word) {
    return byName.containsKey(word) || aliases().all().containsKey(word);
  }

  /**
   * The command of that name or alias.
   *
   * @throws CommandFailure where there is none
   */
  public CommandLine find(String name) {
    CommandLine found = byName.get(name);
    if (found == null) {
      throw CommandFailure.usage(
          "unknown command `%s`: %s`help` lists all"
              .formatted(name, Nearest.question(name, byName.keySet())));
    }
    return found;
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
    if (byName.containsKey(target)) {
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

  /** Makes what picocli needs for completion; only these know sessions. */
  private final class Factory implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      Function<Session, ?> maker = OF_SESSION.get(type);
      if (maker != null) {
        return type.cast(maker.apply(session));
      }
      if (type == HelpCommand.Topics.class) {
        return type.cast(new HelpCommand.Topics(Commands.this));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
